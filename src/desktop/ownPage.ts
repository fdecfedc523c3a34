/** The scheme under which the window loads the built screen; it exists in this program only. */
export const SCHEME = "danaya";
const ORIGIN = `${SCHEME}://office`;
/** The page that the window shows. */
export const PAGE = `${ORIGIN}/`;

/** The page's address for a bundle that was opened with the program: the screen finds the place for it. */
export function pageFor(file: string | null): string {
  return file === null ? PAGE : `${PAGE}#/open?${new URLSearchParams({ file })}`;
}

/** Chromium's built-in PDF viewer, in which printed documents are shown. */
const PDF_VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";
/** Schemes that never leave the machine and that the window needs. */
const LOCAL_SCHEMES = new Set([`${SCHEME}:`, "blob:", "data:", "chrome-extension:", "chrome:", "devtools:"]);

/** True for an address of the screen itself. */
export function isOwnPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(PAGE);
}

/** True for a document that the screen made in memory. */
export function isOwnDocument(url: string): boolean {
  return url.startsWith(`blob:${PAGE}`);
}

/** Whether a frame may go to an address: the window to its own page only, a frame in it to a document. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  if (isOwnPage(url)) return true;
  return !isMainFrame && (isOwnDocument(url) || url.startsWith(PDF_VIEWER) || url === "about:blank");
}

/** Whether a request may be made at all: nothing that the window loads comes from outside of the machine. */
export function mayRequest(url: string): boolean {
  try {
    return LOCAL_SCHEMES.has(new URL(url).protocol);
  } catch {
    return false;
  }
}
