import type { MessagePort } from "node:worker_threads";
import type { ToScreen } from "../contract/wire.ts";
import type { Service, ServiceOptions, ServicePort } from "./service.ts";

/*
 * What passes between a host and the service in its own thread (loopback) or process (desktop). The two
 * kinds of port are made one here, so that the service knows neither.
 */

/** From the host. `connect` brings the window's port with it: in `port` (thread) or beside it (process). */
export type ToService =
  | { readonly type: "start"; readonly options: ServiceOptions }
  | { readonly type: "connect"; readonly port?: MessagePort }
  | { readonly type: "stop" };

/** To the host. After `failed` and `stopped` the service is gone. */
export type FromService =
  | { readonly type: "ready" }
  | { readonly type: "failed"; readonly reason: string }
  | { readonly type: "stopped" };

/** The part of Electron's `MessagePortMain` that is used here; the room above knows no Electron. */
export interface ProcessPort {
  on(event: "message", listener: (event: { data: unknown }) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** The part of Electron's `ParentPort` that is used here. */
export interface ProcessParent {
  on(event: "message", listener: (event: { data: unknown; ports: ProcessPort[] }) => void): unknown;
  postMessage(message: unknown): void;
}

interface WindowPort extends ServicePort {
  close(): void;
}

/** Calls the listeners of one port's end exactly once, whichever side closed first. */
function makeEnding(): { add(listener: () => void): void; run(): void } {
  const listeners: (() => void)[] = [];
  let ended = false;
  return {
    add: (listener) => void listeners.push(listener),
    run() {
      if (ended) return;
      ended = true;
      for (const listener of listeners) listener();
    },
  };
}

/** A thread's port as the service sees it. */
export function fromThreadPort(port: MessagePort): WindowPort {
  const ending = makeEnding();
  port.on("close", ending.run);
  return {
    postMessage: (message: ToScreen) => port.postMessage(message),
    onMessage: (listener) => void port.on("message", listener),
    onClose: ending.add,
    close() {
      port.close();
      ending.run();
    },
  };
}

/** A process's port as the service sees it. */
export function fromProcessPort(port: ProcessPort): WindowPort {
  const ending = makeEnding();
  port.on("close", ending.run);
  return {
    postMessage: (message: ToScreen) => port.postMessage(message),
    onMessage(listener) {
      port.on("message", (event) => listener(event.data));
      port.start();
    },
    onClose: ending.add,
    close() {
      port.close();
      ending.run();
    },
  };
}

interface Host {
  tell(message: FromService): void;
  exit(code: number): void;
}

/**
 * Obeys the host: the first message starts the service, each `connect` gives it a window (and ends the
 * window before), `stop` ends it.
 */
export function serve(host: Host, create: (options: ServiceOptions) => Service): HostListener {
  let service: Service | null = null;
  let current: WindowPort | null = null;

  async function stop(): Promise<void> {
    current?.close();
    await service?.stop();
    host.tell({ type: "stopped" });
    host.exit(0);
  }

  function fail(error: unknown): void {
    host.tell({ type: "failed", reason: codeOf(error) });
    host.exit(1);
  }

  return (message, port) => {
    if (message.type === "start") {
      try {
        service = create(message.options);
        host.tell({ type: "ready" });
      } catch (error) {
        fail(error);
      }
    } else if (message.type === "connect" && port && service) {
      current?.close();
      current = port;
      service.connect(port);
    } else if (message.type === "stop") {
      stop().catch(fail);
    }
  };
}

type HostListener = (message: ToService, port: WindowPort | null) => void;

/** What may be told of a defect: its code or kind. Messages can hold paths or rows, so they stay here. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
