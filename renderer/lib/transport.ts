import { decode, encode } from "@msgpack/msgpack";
import { type Client, makeClient } from "../../src/contract/index.ts";
import type { FromScreen, ToScreen } from "../../src/contract/wire.ts";
import { type Loss, makeSwitchboard, type Send } from "./switchboard.ts";

/** The loopback host closes a window's socket with this code when another window takes its place. */
export const TAKEN_OVER = 4001;

export interface Listeners {
  onLocked(): void;
  onLost(loss: Loss): void;
}

export interface Line {
  readonly client: Client;
  readonly send: Send;
}

/**
 * Reaches the service: over a WebSocket in a browser, over a MessagePort in the desktop window.
 * Never rejects for want of a service: `onLost` says so.
 */
export function connect(listeners: Listeners): Promise<Line> {
  return location.protocol.startsWith("http") ? connectSocket(listeners) : connectPort(listeners);
}

function connectSocket(listeners: Listeners): Promise<Line> {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/port`);
  socket.binaryType = "arraybuffer";
  const board = makeSwitchboard(
    (message) => socket.send(encode(message, { ignoreUndefined: true })),
    listeners.onLocked,
  );
  socket.addEventListener("message", (event) => {
    // Both ends are this program; the service parses what comes from here, not the other way round.
    if (event.data instanceof ArrayBuffer) board.receive(decode(new Uint8Array(event.data)) as ToScreen);
  });
  return new Promise((resolve) => {
    socket.addEventListener("open", () => resolve({ client: makeClient(board.send), send: board.send }));
    socket.addEventListener("close", (event) => {
      const loss: Loss = event.code === TAKEN_OVER ? "elsewhere" : "gone";
      board.lose(loss);
      listeners.onLost(loss);
    });
  });
}

function connectPort(listeners: Listeners): Promise<Line> {
  return new Promise((resolve) => {
    function onMessage(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data?.type !== "danaya:port" || !port) return;
      window.removeEventListener("message", onMessage);
      resolve(lineOver(port, listeners));
    }
    window.addEventListener("message", onMessage);
    window.postMessage({ type: "danaya:ready" }, "*");
  });
}

function lineOver(port: MessagePort, listeners: Listeners): Line {
  const board = makeSwitchboard((message: FromScreen) => port.postMessage(message), listeners.onLocked);
  port.onmessage = (event: MessageEvent<ToScreen>) => board.receive(event.data);
  port.addEventListener("close", () => {
    board.lose("gone");
    listeners.onLost("gone");
  });
  return { client: makeClient(board.send), send: board.send };
}
