import { setImmediate as nextTurn } from "node:timers/promises";
import type { CalendarDate } from "../contract/primitives.ts";
import { FromScreen, type ToScreen } from "../contract/wire.ts";
import { Cancelled } from "../services/call.ts";
import { fillDemo } from "./demoOffice.ts";
import { Desk, type Waiting } from "./desk.ts";
import { dispatch } from "./dispatch.ts";
import { makeLog } from "./log.ts";
import { systemWorld } from "./world.ts";

export interface ServiceOptions {
  readonly dataDir: string;
  /** A training office with invented people; made at the first start in an empty folder. */
  readonly demo: boolean;
  /** Of the demonstrations, headquarters with all its offices. */
  readonly headquarters?: boolean;
  readonly version: string;
  /** The day that the installed program was made of; null where it runs from its sources. */
  readonly builtOn: CalendarDate | null;
  /** Where fonts lie. */
  readonly resourcesDir: string;
}

/** A window's end of the line, whatever carries it. */
export interface ServicePort {
  postMessage(message: ToScreen): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

export interface Service {
  /** Gives the service a window. The newest counts; requests of the one before are cancelled. */
  connect(port: ServicePort): void;
  stop(): Promise<void>;
}

/**
 * The service of one data folder. Requests are answered one after the other, so that a long one holds its
 * transaction alone; a cancellation passes by the queue.
 * @param tell is told how far the making of a demonstration has come
 */
export function createService(options: ServiceOptions, tell: (step: string) => void = () => {}): Service {
  const world = systemWorld(options.version, options.resourcesDir, options.builtOn);
  const desk = new Desk({ dataDir: options.dataDir, demo: options.demo, world });
  const log = makeLog(options.dataDir, world.now);
  let queue: Promise<unknown> =
    options.demo && desk.take()
      ? fillDemo(desk, { headquarters: options.headquarters === true, tell }).catch((error) =>
          log("demo", error),
        )
      : Promise.resolve();
  let cancelCurrentWindow: () => void = () => {};

  function connect(port: ServicePort): void {
    cancelCurrentWindow();
    const cancelled = new Set<number>();
    let isGone = false;
    const post = (message: ToScreen) => {
      if (!isGone) port.postMessage(message);
    };
    cancelCurrentWindow = () => {
      isGone = true;
    };
    port.onClose(() => {
      isGone = true;
    });
    desk.onLocked(() => post({ type: "locked" }));

    const waitingFor = (id: number): Waiting => ({
      progress: (progress) => post({ type: "progress", id, progress }),
      breathe: async () => {
        await nextTurn();
        if (isGone || cancelled.has(id)) throw new Cancelled();
      },
    });

    port.onMessage((raw) => {
      const parsed = FromScreen.safeParse(raw);
      if (!parsed.success) return;
      const message = parsed.data;
      if (message.type === "cancel") {
        cancelled.add(message.id);
        return;
      }
      const { id } = message;
      queue = queue
        .then(async () => {
          const result = await dispatch(desk, message, waitingFor(id), log);
          cancelled.delete(id);
          post({ type: "result", id, result });
        })
        .catch((error) => log(message.name, error));
    });
  }

  return {
    connect,
    stop: async () => {
      await queue;
      desk.close();
    },
  };
}
