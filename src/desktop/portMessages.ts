import { isOwnPage } from "./ownPage.ts";

/** The one message between page and preload, preload and main process: "I am here, give me my line". */
export const READY = "danaya:ready";
/** What answers it, with the port. */
export const PORT = "danaya:port";

/** Whether a message event in the page is the page's own request for its line. */
export function isReadyMessage(
  event: { readonly source: unknown; readonly origin: string; readonly data: unknown },
  page: { readonly location: { readonly origin: string } },
): boolean {
  const { data, source, origin } = event;
  const type = typeof data === "object" && data !== null && "type" in data ? data.type : null;
  return source === page && origin === page.location.origin && type === READY;
}

/** The frame that an IPC message came from, as far as it matters. */
export interface Sender {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether the main process gives this frame a line to the service: only the window's own, topmost page. */
export function mayHaveLine(sender: Sender | null): boolean {
  return sender !== null && sender.parent === null && isOwnPage(sender.url);
}
