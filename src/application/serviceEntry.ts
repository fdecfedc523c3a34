import { parentPort as workerPort } from "node:worker_threads";
import { createService, type ServiceOptions } from "./service.ts";
import { fromProcessPort, fromThreadPort, type ProcessParent, serve, type ToService } from "./serviceHost.ts";

/*
 * Where the service's own thread or process begins: a worker thread under the loopback host, a utility
 * process under the desktop. The same file and the same messages serve both.
 */

const { parentPort: processParent } = process as { parentPort?: ProcessParent };

/** Whoever started a demonstration from a console sees there that it comes along. */
const create = (options: ServiceOptions) =>
  createService(options, (step) => void process.stderr.write(`  ${step}\n`));

if (workerPort) {
  const parent = workerPort;
  const obey = serve({ tell: (message) => parent.postMessage(message), exit: process.exit }, create);
  parent.on("message", (message: ToService) => {
    const port = message.type === "connect" ? message.port : undefined;
    obey(message, port ? fromThreadPort(port) : null);
  });
} else if (processParent) {
  const parent = processParent;
  const obey = serve({ tell: (message) => parent.postMessage(message), exit: process.exit }, create);
  // Only the host writes here; the window's messages come over the port and are parsed by the service.
  parent.on("message", ({ data, ports: [port] }) => {
    obey(data as ToService, port ? fromProcessPort(port) : null);
  });
}
