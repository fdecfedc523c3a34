import type { BrowserWindowConstructorOptions } from "electron";

/** What a stranger sees in the task bar and the list of windows. */
export const TITLE = "Danaya";

/**
 * The one window: sandboxed, isolated, without Node, sized for a 1366×768 screen.
 * @param preload the bundled preload, absolute
 * @param icon the window's picture, absolute
 * @param developer true lets the developer's tools open; never in the packaged application
 */
export function windowOptions(
  preload: string,
  icon: string,
  developer: boolean,
): BrowserWindowConstructorOptions {
  return {
    title: TITLE,
    icon,
    width: 1280,
    height: 740,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: "#f7f4ee",
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker keeps a word list on disk and fetches dictionaries.
      spellcheck: false,
      // The built-in PDF viewer shows cards, receipts and the recovery code.
      plugins: true,
      devTools: developer,
    },
  };
}
