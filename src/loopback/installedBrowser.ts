import { accessSync, constants } from "node:fs";
import { delimiter, join, posix, win32 } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "brave-browser",
];
const MAC_PATHS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Chromium.app/Contents/MacOS/Chromium",
  "Brave Browser.app/Contents/MacOS/Brave Browser",
];
const WINDOWS_PATHS = ["Microsoft\\Edge\\Application\\msedge.exe", "Google\\Chrome\\Application\\chrome.exe"];

/**
 * Where a browser of the Chromium family may be, best first.
 * @param env the process's environment; `DANAYA_BROWSER` names one outright
 */
export function browserCandidates(platform: NodeJS.Platform, env: Environment): string[] {
  const named = env.DANAYA_BROWSER ? [env.DANAYA_BROWSER] : [];
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [...named, ...WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, path)))];
  }
  if (platform === "darwin") {
    const roots = ["/Applications", posix.join(env.HOME ?? "/", "Applications")];
    return [...named, ...MAC_PATHS.flatMap((path) => roots.map((root) => posix.join(root, path)))];
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...named, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The installed browser of the Chromium family to use; null when there is none. */
export function findBrowser(platform = process.platform, env: Environment = process.env): string | null {
  return browserCandidates(platform, env).find(isProgram) ?? null;
}

/** What every Chromium that this project starts is told: no sandbox when root, no talk with the network. */
export function quietFlags(isRoot = process.getuid?.() === 0): string[] {
  return [
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
  ];
}

/** True where a window can be shown. */
export function hasDisplay(platform = process.platform, env: Environment = process.env): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
