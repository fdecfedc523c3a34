import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CalendarDate } from "../contract/primitives.ts";
import type { DesktopElectron } from "./electronCalls.ts";
import { guardContents, guardSession } from "./guardSession.ts";
import { pageFor, SCHEME } from "./ownPage.ts";
import { mayHaveLine, PORT, READY } from "./portMessages.ts";
import { type ServiceProcess, startServiceProcess } from "./serviceProcess.ts";
import { type Machine, readOpenedFile, readStartArguments } from "./startArguments.ts";
import { TITLE, windowOptions } from "./windowOptions.ts";

/** Where the program runs and what it was told. */
export interface DesktopStart {
  /** The project's folder or the packaged archive: it holds `dist`, `resources` and `package.json`. */
  readonly root: string;
  /** The built service entry and preload, absolute. */
  readonly serviceEntry: string;
  readonly preload: string;
  /** The arguments after the program's (and in development the script's) name. */
  readonly args: readonly string[];
  /** Where it was started: what the arguments name may be told from there. */
  readonly folder: string;
  readonly machine: Machine;
}

const SORRY = {
  start: (reason: string) =>
    `Danaya n’a pas pu démarrer (${reason}). Redémarrez l’ordinateur ; si cela continue, appelez le siège.`,
  ended: "Danaya s’est arrêtée. Ce qui était confirmé à l’écran est enregistré. Ouvrez Danaya de nouveau.",
};

function readVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? `${manifest.version}`
    : "";
}

/** The day that a packaged program was made of; the sources beside an older build have none. */
function readBuiltOn(app: DesktopElectron["app"], root: string): CalendarDate | null {
  const file = join(root, "dist", "build.json");
  if (!app.isPackaged || !existsSync(file)) return null;
  const build: unknown = JSON.parse(readFileSync(file, "utf8"));
  const day = typeof build === "object" && build !== null && "builtOn" in build ? build.builtOn : null;
  return CalendarDate.nullable().catch(null).parse(day);
}

type Window = InstanceType<DesktopElectron["BrowserWindow"]>;

function openWindow<Port>(electron: DesktopElectron<Port>, start: DesktopStart): Window {
  const developer = !electron.app.isPackaged;
  const icon = join(start.root, "resources", "icons", "icon.png");
  const window = new electron.BrowserWindow(windowOptions(start.preload, icon, developer));
  // The title never follows the page: it must not tell what is on screen.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => window.show());
  if (developer && start.args.includes("--devtools")) window.webContents.openDevTools();
  void window.loadURL(pageFor(readOpenedFile(start.args, start.folder, start.machine)));
  return window;
}

/** Each time the page says that it is there (also after a reload), it gets a line to the service. */
function handOutLines<Port>(electron: DesktopElectron<Port>, service: ServiceProcess<Port>): void {
  electron.ipcMain.on(READY, ({ senderFrame }) => {
    if (!senderFrame || !mayHaveLine(senderFrame)) return;
    const { port1, port2 } = new electron.MessageChannelMain();
    service.connect(port1);
    senderFrame.postMessage(PORT, null, [port2]);
  });
}

/** Before the program goes, the service closes its database; if the service goes first, so does the program. */
function endTogether<Port>(electron: DesktopElectron<Port>, service: ServiceProcess<Port>): void {
  const { app, dialog } = electron;
  let state: "running" | "stopping" | "gone" = "running";
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (event) => {
    if (state === "gone") return;
    event.preventDefault();
    if (state === "running") void service.stop();
    state = "stopping";
  });
  void service.ended.then(() => {
    if (state === "running") dialog.showErrorBox(TITLE, SORRY.ended);
    state = "gone";
    app.quit();
  });
}

/**
 * Runs the desktop application from start to quit.
 * @param electron Electron itself, or the tests' stand-in of the calls made here
 * @returns once the window is open, or once it is clear that there will be none
 */
export async function startDesktop<Port>(
  electron: DesktopElectron<Port>,
  start: DesktopStart,
): Promise<void> {
  const { app, dialog, Menu, protocol, session } = electron;
  const wish = readStartArguments(start.args, start.machine);
  const dataDir = resolve(wish.dataDir);
  // Chromium's own files lie with the office, so that the lock below is one for each data folder.
  app.setPath("userData", join(dataDir, "window"));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  guardContents(app);
  await app.whenReady();
  // A Mac needs its menu for the keys of copying and pasting.
  if (start.machine.platform !== "darwin") Menu.setApplicationMenu(null);
  guardSession(session.defaultSession, join(start.root, "dist", "renderer"));

  let service: ServiceProcess<Port>;
  try {
    service = await startServiceProcess(electron, start.serviceEntry, {
      dataDir,
      demo: wish.demo,
      headquarters: wish.headquarters === true,
      version: readVersion(start.root),
      builtOn: readBuiltOn(app, start.root),
      resourcesDir: join(start.root, "resources"),
    });
  } catch (error) {
    dialog.showErrorBox(TITLE, SORRY.start(error instanceof Error ? error.message : "?"));
    app.quit();
    return;
  }
  handOutLines(electron, service);
  endTogether(electron, service);
  const window = openWindow(electron, start);
  app.on("second-instance", (_event, args, folder) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const file = readOpenedFile(args, folder, start.machine);
    // Only what follows the # differs: the page stays as it is, goes there, and loses nothing that was typed.
    if (file !== null) void window.loadURL(pageFor(file));
  });
}
