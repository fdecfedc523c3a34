import { readScreenFile, screenHeaders } from "../application/screenFiles.ts";
import type { DesktopElectron, SessionCalls } from "./electronCalls.ts";
import { isOwnDocument, isOwnPage, mayNavigate, mayRequest, SCHEME } from "./ownPage.ts";
import { mayUse } from "./windowPermissions.ts";

/** Serves the built screen under the program's own scheme: nothing listens on a port. */
async function answer(screenDir: string, url: string): Promise<Response> {
  const headers = screenHeaders();
  const file = isOwnPage(url) ? await readScreenFile(screenDir, new URL(url).pathname) : null;
  if (!file) return new Response("", { status: 404, headers });
  return new Response(file.bytes, { status: 200, headers: { ...headers, "Content-Type": file.mediaType } });
}

/**
 * What the window's session may load, use and save.
 * @param screenDir the built screen, absolute
 */
export function guardSession(session: SessionCalls, screenDir: string): void {
  session.protocol.handle(SCHEME, (request) => answer(screenDir, request.url));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayRequest(url) }));
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    decide(mayUse({ permission, from: details.requestingUrl, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, from, details) =>
    mayUse({ permission, from, media: details.mediaType ? [details.mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event, item) => {
    // Without a path set, Electron asks the person where the file goes.
    if (isOwnDocument(item.getURL())) item.setSaveDialogOptions({ title: "Enregistrer le fichier" });
    else event.preventDefault();
  });
}

/** Every page, frame host and viewer that comes to be: no new window, no webview, no way out. */
export function guardContents(app: DesktopElectron<unknown>["app"]): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (details) => {
      if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault();
    });
  });
}
