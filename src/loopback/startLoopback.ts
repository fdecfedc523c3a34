import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, Server } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { WebSocketServer } from "ws";
import { type BrowserWindow, openBrowserWindow } from "./browserWindow.ts";
import { type Entrance, makeEntrance } from "./entrance.ts";
import { atDoor, ENTRANCE_PATH, listen, serveScreen } from "./httpServer.ts";
import { CLOSE, relay } from "./relay.ts";
import { type ServiceThread, startServiceThread } from "./serviceThread.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SCREEN = join(ROOT, "dist", "renderer");
/** The largest import (a register with its photographs) in one frame. */
const MAX_FRAME_BYTES = 96 * 1024 * 1024;

export interface LoopbackOptions {
  readonly dataDir: string;
  readonly demo: boolean;
  /** Of the demonstrations, headquarters with all its offices. */
  readonly headquarters?: boolean;
  /** Open a browser window on it, if there is a browser. */
  readonly open: boolean;
  /** Any free one when left out. */
  readonly port?: number;
}

export interface Loopback {
  /** The first address: it lets one browser in, once. */
  readonly url: string;
  readonly origin: string;
  /** Another such address, for another browser. */
  issueUrl(): string;
  /** The window that was opened, if any. */
  readonly browser: BrowserWindow | null;
  /** Resolves when the service is gone, asked or not. */
  readonly ended: Promise<void>;
  /** Ends the service, the server and the window. */
  close(): Promise<void>;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "";
}

function refuseUpgrade(stream: Duplex): void {
  stream.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}

/** Takes the screen's connections: each becomes the one line to the service, and ends the one before. */
function takeConnections(server: Server, entrance: Entrance, service: ServiceThread): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  let newest = 0;
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const door = atDoor(request);
    // Browsers always name the origin of a WebSocket; what does not is no page of ours.
    const allowed = door.origin !== undefined && entrance.isAddressedHere(door) && entrance.isKnown(door);
    if (!allowed || request.url !== "/port") {
      refuseUpgrade(stream);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      newest += 1;
      const mine = newest;
      relay(socket, service.connect(), () => (mine === newest ? CLOSE.serviceEnded : CLOSE.takenOver));
    });
  });
  return sockets;
}

/**
 * Serves the application to a browser on this machine, behind a one-time address.
 * @throws when the screen is not built, the port is taken or the service cannot start
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  if (!existsSync(join(SCREEN, "index.html")))
    throw new Error("dist/renderer is missing: run `npm run build`");
  const { server, origin } = await listen(options.port ?? 0);
  const entrance = makeEntrance(origin);
  let service: ServiceThread;
  try {
    service = await startServiceThread({
      dataDir: options.dataDir,
      demo: options.demo,
      headquarters: options.headquarters === true,
      version: readVersion(),
      builtOn: null,
      resourcesDir: join(ROOT, "resources"),
    });
  } catch (error) {
    server.close();
    throw error;
  }
  serveScreen(server, SCREEN, entrance);
  const sockets = takeConnections(server, entrance, service);
  const issueUrl = (): string => `${origin}${ENTRANCE_PATH}?cle=${entrance.issueToken()}`;
  const url = issueUrl();
  const browser = options.open ? openBrowserWindow(url) : null;

  async function close(): Promise<void> {
    browser?.close();
    await service.stop();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return { url, origin, issueUrl, browser, ended: service.ended, close };
}
