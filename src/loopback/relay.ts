import type { MessagePort } from "node:worker_threads";
import { decode, encode } from "@msgpack/msgpack";
import type { WebSocket } from "ws";

/** Close codes that the screen tells apart. */
export const CLOSE = { takenOver: 4001, malformed: 4002, serviceEnded: 4003 } as const;

/**
 * Joins one browser to one service port: MessagePack frames on one side, the messages themselves on the
 * other. What a frame says is the service's to judge; a frame that is no MessagePack ends the line.
 * @param whyClosed asked when the service closed its end: the code that the browser is told
 */
export function relay(socket: WebSocket, port: MessagePort, whyClosed: () => number): void {
  socket.on("message", (data, isBinary) => {
    if (!isBinary || !(data instanceof Buffer)) {
      socket.close(CLOSE.malformed);
      return;
    }
    let message: unknown;
    try {
      message = decode(data);
    } catch {
      socket.close(CLOSE.malformed);
      return;
    }
    port.postMessage(message);
  });
  socket.on("close", () => port.close());
  // A broken frame or one past the limit; `close` follows.
  socket.on("error", () => undefined);
  port.on("message", (message: unknown) => socket.send(encode(message, { ignoreUndefined: true })));
  port.on("close", () => socket.close(whyClosed()));
}
