import type { ServiceOptions } from "../application/service.ts";
import type { FromService, ToService } from "../application/serviceHost.ts";
import type { DesktopElectron } from "./electronCalls.ts";

/** How long the service may take to close its database before it is ended. The database bears that. */
const STOP_TIMEOUT_MS = 10_000;

export interface ServiceProcess<Port> {
  /** Gives the service one end of a channel; it closes the line that it had before. */
  connect(port: Port): void;
  /** Ends the service and resolves when its process is gone. */
  stop(): Promise<void>;
  /** Resolves when the process is gone, asked or not. */
  readonly ended: Promise<void>;
}

/**
 * Starts the service in a process of its own.
 * @param entry the built service entry, absolute
 * @throws when the service says that it could not start, or ends before it says anything
 */
export async function startServiceProcess<Port>(
  electron: DesktopElectron<Port>,
  entry: string,
  options: ServiceOptions,
): Promise<ServiceProcess<Port>> {
  const child = electron.utilityProcess.fork(entry, [], { serviceName: "danaya-service" });
  const tell = (message: ToService, ports: Port[] = []): void => child.postMessage(message, ports);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      // Our own process, started just now: its messages have the types of our own code.
      const said = message as FromService;
      if (said.type === "ready") resolve();
      if (said.type === "failed") reject(new Error(said.reason));
    });
    void ended.then(() => reject(new Error("ended")));
    tell({ type: "start", options });
  });

  return {
    ended,
    connect: (port) => tell({ type: "connect" }, [port]),
    async stop() {
      tell({ type: "stop" });
      const timer = setTimeout(() => child.kill(), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
