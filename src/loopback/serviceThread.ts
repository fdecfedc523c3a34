import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { ServiceOptions } from "../application/service.ts";
import type { FromService, ToService } from "../application/serviceHost.ts";

const ENTRY = new URL("../application/serviceEntry.ts", import.meta.url);
/** How long a service may take to close its database before it is ended. The database bears that. */
const STOP_TIMEOUT_MS = 10_000;

export interface ServiceThread {
  /** A new line to the service; the line before is closed by the service. */
  connect(): MessagePort;
  /** Ends the service and resolves when its thread is gone. */
  stop(): Promise<void>;
  /** Resolves when the thread is gone, asked or not. */
  readonly ended: Promise<void>;
}

function tell(worker: Worker, message: ToService, ports: MessagePort[] = []): void {
  worker.postMessage(message, ports);
}

/**
 * Starts the service in a thread of its own.
 * @throws when the service says that it could not start
 */
export async function startServiceThread(options: ServiceOptions): Promise<ServiceThread> {
  // React draws the charts of the papers; its development build takes four times as long.
  const env = { ...process.env, NODE_ENV: "production" };
  const worker = new Worker(ENTRY, { name: "danaya-service", env });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.once("message", (message: FromService) => {
      if (message.type === "ready") resolve();
      else reject(new Error(`the service did not start: ${message.type === "failed" ? message.reason : ""}`));
    });
    tell(worker, { type: "start", options });
  });

  return {
    ended,
    connect() {
      const { port1, port2 } = new MessageChannel();
      tell(worker, { type: "connect", port: port2 }, [port2]);
      return port1;
    },
    async stop() {
      tell(worker, { type: "stop" });
      const timer = setTimeout(() => void worker.terminate(), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
