import { EventEmitter } from "node:events";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { BrowserWindowConstructorOptions, CustomScheme, WindowOpenHandlerResponse } from "electron";
import type { DesktopElectron, SessionCalls } from "../../src/desktop/electronCalls.ts";

type Handler<Name extends keyof SessionCalls> = SessionCalls[Name] extends (handler: infer H) => unknown
  ? NonNullable<H>
  : never;

/** What the desktop did to Electron, for the tests to look at, and what Electron would do to it. */
export interface StandIn {
  readonly electron: DesktopElectron<MessagePort>;
  /** Raises an event of `app` with what comes with it; answers whether a listener prevented what it announces. */
  raise(event: string, ...details: unknown[]): boolean;
  readonly seen: {
    readonly paths: Record<string, string>;
    readonly errors: string[];
    readonly schemes: CustomScheme[];
    readonly quits: number;
    readonly sandboxed: boolean;
    readonly menu: unknown;
    readonly windows: StandInWindow[];
    readonly services: number;
  };
  /** Asks the registered scheme for an address, as the window would. */
  load(url: string): Promise<Response>;
  /** What the session decides about a request for an address. */
  isCancelled(url: string): boolean;
  /** What happens to a download: the title of the save dialog, or null where it is prevented. */
  download(url: string): string | null;
  readonly permissions: {
    readonly request: Handler<"setPermissionRequestHandler">;
    readonly check: Handler<"setPermissionCheckHandler">;
  };
  /** A new page, frame host or viewer comes to be; answers what it may do. */
  createContents(): {
    open(): WindowOpenHandlerResponse;
    navigate(url: string, isMainFrame: boolean): boolean;
    attachWebview(): boolean;
  };
  /** The preload of a frame says that its page is there; answers the port that it was given, if any. */
  sayReady(frame: { url: string; parent: unknown } | null): MessagePort | null;
  /** The service's process dies by itself. */
  killService(): Promise<void>;
}

export interface StandInWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly events: EventEmitter;
  readonly log: string[];
  isMinimized: boolean;
}

function preventable(): { event: { preventDefault(): void }; wasPrevented(): boolean } {
  let prevented = false;
  return {
    event: {
      preventDefault: () => {
        prevented = true;
      },
    },
    wasPrevented: () => prevented,
  };
}

/**
 * A stand-in of just the Electron calls that the desktop makes. The service runs for real, in a thread in
 * place of the utility process.
 * @param options `isFirst` false: another window holds the data folder
 */
export function makeStandIn(options: { isFirst: boolean; isPackaged: boolean }): StandIn {
  const app = new EventEmitter();
  const ipc = new EventEmitter();
  const sessionEvents = new EventEmitter();
  const workers: Worker[] = [];
  const seen = {
    paths: {} as Record<string, string>,
    errors: [] as string[],
    schemes: [] as CustomScheme[],
    quits: 0,
    sandboxed: false,
    menu: undefined as unknown,
    windows: [] as StandInWindow[],
    services: 0,
  };
  let handle: (request: Request) => Response | Promise<Response> = () => new Response();
  let beforeRequest: (details: { url: string }) => boolean = () => false;
  let requestHandler: Handler<"setPermissionRequestHandler"> | null = null;
  let checkHandler: Handler<"setPermissionCheckHandler"> | null = null;

  const session: SessionCalls = {
    protocol: {
      handle: (_scheme, handler) => {
        handle = (request) => handler(request);
      },
    },
    webRequest: {
      onBeforeRequest: (...args: unknown[]) => {
        const listener = args.at(-1) as (
          details: { url: string },
          decide: (answer: { cancel?: boolean }) => void,
        ) => void;
        beforeRequest = (details) => {
          let cancelled = false;
          listener(details, ({ cancel }) => {
            cancelled = cancel === true;
          });
          return cancelled;
        };
      },
    },
    setDevicePermissionHandler: () => undefined,
    setPermissionCheckHandler: (handler) => {
      checkHandler = handler;
    },
    setPermissionRequestHandler: (handler) => {
      requestHandler = handler;
    },
    on: (event, listener) => sessionEvents.on(event, listener),
  };

  class Window {
    readonly webContents = { openDevTools: () => undefined };
    readonly #self: StandInWindow;
    constructor(windowOptions: BrowserWindowConstructorOptions = {}) {
      this.#self = { options: windowOptions, events: new EventEmitter(), log: [], isMinimized: false };
      seen.windows.push(this.#self);
    }
    on(event: string, listener: (event: { preventDefault(): void }) => void): unknown {
      return this.#self.events.on(event, listener);
    }
    once(event: string, listener: () => void): unknown {
      return this.#self.events.once(event, listener);
    }
    async loadURL(url: string): Promise<void> {
      this.#self.log.push(`load ${url}`);
    }
    show(): void {
      this.#self.log.push("show");
    }
    focus(): void {
      this.#self.log.push("focus");
    }
    restore(): void {
      this.#self.log.push("restore");
    }
    isMinimized(): boolean {
      return this.#self.isMinimized;
    }
  }

  const electron: DesktopElectron<MessagePort> = {
    app: {
      isPackaged: options.isPackaged,
      enableSandbox: () => {
        seen.sandboxed = true;
      },
      quit: () => {
        seen.quits += 1;
      },
      requestSingleInstanceLock: () => options.isFirst,
      setPath: (name, path) => {
        seen.paths[name] = path;
      },
      whenReady: () => Promise.resolve(),
      on: (event: string, listener: (...args: never[]) => void) => app.on(event, listener as () => void),
    },
    BrowserWindow: Window,
    Menu: {
      setApplicationMenu: (menu) => {
        seen.menu = menu;
      },
    },
    MessageChannelMain: MessageChannel,
    dialog: { showErrorBox: (_title, content) => void seen.errors.push(content) },
    ipcMain: { on: (channel, listener) => ipc.on(channel, listener) },
    protocol: { registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes) },
    session: { defaultSession: session },
    utilityProcess: {
      fork: (modulePath) => {
        seen.services += 1;
        const worker = new Worker(modulePath);
        // A process that fails ends; only a thread throws into its parent as well.
        worker.on("error", () => undefined);
        workers.push(worker);
        return {
          // A thread gets its port inside the message, a process beside it.
          postMessage: (message, ports = []) => {
            const [port] = ports;
            worker.postMessage(port ? { ...(message as object), port } : message, ports);
          },
          on: (event, listener) => worker.on(event, listener),
          once: (event, listener) => worker.once(event, listener),
          kill: () => {
            void worker.terminate();
            return true;
          },
        };
      },
    },
  };

  return {
    electron,
    seen,
    raise(event, ...details) {
      const { event: raised, wasPrevented } = preventable();
      app.emit(event, raised, ...details);
      return wasPrevented();
    },
    load: async (url) => handle(new Request(url)),
    isCancelled: (url) => beforeRequest({ url }),
    download(url) {
      let title: string | null = null;
      const { event, wasPrevented } = preventable();
      const item = {
        getURL: () => url,
        setSaveDialogOptions: (dialog: { title?: string }) => {
          title = dialog.title ?? "";
        },
      };
      sessionEvents.emit("will-download", event, item);
      return wasPrevented() ? null : title;
    },
    get permissions() {
      if (!requestHandler || !checkHandler) throw new Error("the session has no permission handlers");
      return { request: requestHandler, check: checkHandler };
    },
    createContents() {
      const contents = new EventEmitter();
      let openHandler: () => WindowOpenHandlerResponse = () => ({ action: "allow" });
      app.emit("web-contents-created", preventable().event, {
        on: (event: string, listener: () => void) => contents.on(event, listener),
        setWindowOpenHandler: (handler: () => WindowOpenHandlerResponse) => {
          openHandler = handler;
        },
      });
      return {
        open: () => openHandler(),
        navigate(url, isMainFrame) {
          const { event, wasPrevented } = preventable();
          contents.emit("will-frame-navigate", { ...event, url, isMainFrame });
          return !wasPrevented();
        },
        attachWebview() {
          const { event, wasPrevented } = preventable();
          contents.emit("will-attach-webview", event);
          return !wasPrevented();
        },
      };
    },
    sayReady(frame) {
      let given: MessagePort | null = null;
      const senderFrame = frame && {
        ...frame,
        postMessage: (_channel: string, _message: unknown, ports: MessagePort[] = []) => {
          given = ports[0] ?? null;
        },
      };
      ipc.emit("danaya:ready", { senderFrame });
      return given;
    },
    async killService() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
