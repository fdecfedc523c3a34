import { decode, encode } from "@msgpack/msgpack";
import { WebSocket } from "ws";
import { type Client, makeClient } from "../../src/contract/index.ts";
import type { Result } from "../../src/contract/results.ts";
import type { ToScreen } from "../../src/contract/wire.ts";

export interface Line {
  readonly client: Client;
  readonly socket: WebSocket;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  close(): void;
}

/** Exchanges a one-time address for the cookie, as a browser does. */
export async function enter(url: string): Promise<string> {
  const response = await fetch(url, { redirect: "manual" });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`not let in: ${response.status}`);
  return cookie;
}

/** A screen without a window: joins a running loopback host and speaks the contract to it. */
export async function openLine(url: string, cookie?: string): Promise<Line> {
  const { origin } = new URL(url);
  const shown = cookie ?? (await enter(url));
  const socket = new WebSocket(`${origin.replace(/^http/, "ws")}/port`, {
    headers: { Cookie: shown, Origin: origin },
  });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  socket.on("message", (data: Buffer) => {
    const message = decode(data) as ToScreen;
    if (message.type === "result") waiting.get(message.id)?.(message.result);
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const client = makeClient((name, input) => {
    lastId += 1;
    const id = lastId;
    socket.send(encode({ type: "call", id, name, input }, { ignoreUndefined: true }));
    return new Promise((resolve) => waiting.set(id, resolve));
  });
  return { client, socket, closed, close: () => socket.close() };
}
