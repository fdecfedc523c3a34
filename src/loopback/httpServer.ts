import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readScreenFile, screenHeaders } from "../application/screenFiles.ts";
import type { Entrance, RequestAtDoor } from "./entrance.ts";
import { pages } from "./plainPages.ts";

/** The path of the first address: `/entree?cle=…` is exchanged for the cookie. */
export const ENTRANCE_PATH = "/entree";

/** What the door needs to know of a request. */
export function atDoor(request: IncomingMessage): RequestAtDoor {
  const site = request.headers["sec-fetch-site"];
  return {
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: typeof site === "string" ? site : undefined,
    cookie: request.headers.cookie,
  };
}

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

function page(status: number, body: string): Answer {
  return { status, body, headers: { "Content-Type": "text/html; charset=utf-8" } };
}

async function answerTo(request: IncomingMessage, entrance: Entrance, folder: string): Promise<Answer> {
  const door = atDoor(request);
  if (!entrance.isAddressedHere(door)) return page(403, pages.misaddressed);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, body: "", headers: { Allow: "GET, HEAD" } };
  }
  const url = new URL(request.url ?? "/", `http://${door.host}`);
  if (url.pathname === ENTRANCE_PATH) {
    const cookie = entrance.admit(url.searchParams.get("cle") ?? "");
    if (!cookie) return page(403, pages.usedToken);
    return { status: 303, body: "", headers: { "Set-Cookie": cookie, Location: "/" } };
  }
  if (!entrance.isKnown(door)) return page(403, pages.unknownBrowser);
  const file = await readScreenFile(folder, url.pathname);
  if (!file) return page(404, pages.notFound);
  return { status: 200, body: file.bytes, headers: { "Content-Type": file.mediaType } };
}

function send(response: ServerResponse, answer: Answer, always: Readonly<Record<string, string>>): void {
  response.writeHead(answer.status, {
    ...always,
    ...answer.headers,
    "Content-Length": Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}

/**
 * Serves the built screen behind the door.
 * @param folder the built screen, absolute
 */
export function serveScreen(server: Server, folder: string, entrance: Entrance): void {
  const headers = screenHeaders([`ws://${entrance.host}`]);
  server.on("request", (request, response) => {
    answerTo(request, entrance, folder)
      .catch((): Answer => ({ status: 500, body: "" }))
      .then((answer) => send(response, answer, headers));
  });
}

/**
 * A server on this machine only.
 * @param port 0 for any free one
 * @throws when the port is taken
 */
export async function listen(port: number): Promise<{ server: Server; origin: string }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
