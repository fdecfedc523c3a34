import { isReadyMessage, PORT, READY } from "./portMessages.ts";

/** The part of Electron's `ipcRenderer` that the preload uses. */
export interface PreloadIpc<Port> {
  send(channel: string): void;
  on(channel: string, listener: (event: { readonly ports: Port[] }) => void): unknown;
}

/** The part of the page's `window` that the preload uses. */
export interface PageWindow<Port> {
  readonly location: { readonly origin: string };
  addEventListener(
    type: "message",
    listener: (event: { readonly source: unknown; readonly origin: string; readonly data: unknown }) => void,
  ): void;
  postMessage(message: unknown, targetOrigin: string, transfer: Port[]): void;
}

/**
 * All that the preload does: passes the page's wish for a line on, and the line's port back to the page.
 * The page gets no other way to the main process.
 */
export function joinPage<Port>(ipc: PreloadIpc<Port>, page: PageWindow<Port>): void {
  page.addEventListener("message", (event) => {
    if (isReadyMessage(event, page)) ipc.send(READY);
  });
  ipc.on(PORT, ({ ports }) => page.postMessage({ type: PORT }, "*", ports));
}
