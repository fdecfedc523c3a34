import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  DownloadItem,
  Event,
  ForkOptions,
  Menu,
  MessagePortMain,
  Protocol,
  Session,
  WebContents,
  WebRequest,
} from "electron";
import type { ProcessPort } from "../application/serviceHost.ts";
import type { Sender } from "./portMessages.ts";

/*
 * Just the Electron calls that the desktop makes. `main.ts` hands Electron itself over under this type, so a
 * call that Electron changes no longer compiles, there or in the stand-in that the tests run the desktop
 * against. Events are written out, because `on` of Electron's own types returns its whole object.
 */

export type Preventable = Pick<Event, "preventDefault">;

interface Guardable extends Pick<WebContents, "setWindowOpenHandler"> {
  on(
    event: "will-frame-navigate",
    listener: (details: Preventable & { readonly url: string; readonly isMainFrame: boolean }) => void,
  ): unknown;
  on(event: "will-attach-webview", listener: (event: Preventable) => void): unknown;
}

interface AppCalls
  extends Pick<
    App,
    "enableSandbox" | "isPackaged" | "quit" | "requestSingleInstanceLock" | "setPath" | "whenReady"
  > {
  on(
    event: "second-instance",
    listener: (event: Preventable, args: string[], folder: string) => void,
  ): unknown;
  on(event: "window-all-closed", listener: () => void): unknown;
  on(event: "before-quit", listener: (event: Preventable) => void): unknown;
  on(event: "web-contents-created", listener: (event: Preventable, contents: Guardable) => void): unknown;
}

interface WindowCalls extends Pick<BrowserWindow, "focus" | "isMinimized" | "loadURL" | "restore" | "show"> {
  readonly webContents: Pick<WebContents, "openDevTools">;
  on(event: "page-title-updated", listener: (event: Preventable) => void): unknown;
  once(event: "ready-to-show", listener: () => void): unknown;
}

export interface SessionCalls
  extends Pick<
    Session,
    "setDevicePermissionHandler" | "setPermissionCheckHandler" | "setPermissionRequestHandler"
  > {
  readonly protocol: Pick<Protocol, "handle">;
  readonly webRequest: Pick<WebRequest, "onBeforeRequest">;
  on(
    event: "will-download",
    listener: (event: Preventable, item: Pick<DownloadItem, "getURL" | "setSaveDialogOptions">) => void,
  ): unknown;
}

interface ForkedProcess<Port> {
  postMessage(message: unknown, transfer?: Port[]): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
  once(event: "exit", listener: () => void): unknown;
  kill(): boolean;
}

interface AskingFrame<Port> extends Sender {
  postMessage(channel: string, message: unknown, transfer?: Port[]): void;
}

/**
 * What `startDesktop` is given.
 * @typeParam Port Electron's `MessagePortMain`; the tests use Node's own ports, which need no Electron
 */
export interface DesktopElectron<Port = MessagePortMain> {
  readonly app: AppCalls;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowCalls;
  readonly Menu: Pick<typeof Menu, "setApplicationMenu">;
  readonly MessageChannelMain: new () => { readonly port1: Port; readonly port2: Port };
  readonly dialog: Pick<Dialog, "showErrorBox">;
  readonly ipcMain: {
    on(
      channel: string,
      listener: (event: { readonly senderFrame: AskingFrame<Port> | null }) => void,
    ): unknown;
  };
  readonly protocol: Pick<Protocol, "registerSchemesAsPrivileged">;
  readonly session: { readonly defaultSession: SessionCalls };
  readonly utilityProcess: {
    fork(modulePath: string, args: string[], options: ForkOptions): ForkedProcess<Port>;
  };
}

/** The service's process listens to Electron's ports as `ProcessPort`: this no longer compiles if they part. */
export type PortsAgree = MessagePortMain extends ProcessPort ? true : never;
