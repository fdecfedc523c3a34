import { createContext, type ReactElement } from "react";
import createReconciler from "react-reconciler";
import { ConcurrentRoot, DefaultEventPriority, NoEventPriority } from "react-reconciler/constants.js";

/*
 * React without a page. Recharts registers its axes and series in effects, so React's server renderer, which runs
 * none, draws an empty picture; an emulated DOM would need `window` and `document` from the moment of import, and
 * other libraries in the process would see them. React's own reconciler builds a plain tree instead.
 */

/** An element as React made it. */
export class HostElement {
  /** Marks an element for `createPortal`, by which Recharts puts its layers over one another. */
  readonly nodeType = 1;
  readonly type: string;
  props: Readonly<Record<string, unknown>>;
  readonly children: HostNode[] = [];

  constructor(type: string, props: Readonly<Record<string, unknown>>) {
    this.type = type;
    this.props = props;
  }

  /** Nothing is laid out here; Recharts asks to learn of a page's zoom. */
  getBoundingClientRect() {
    return { x: 0, y: 0, left: 0, top: 0, width: 0, height: 0 };
  }

  /** Recharts looks for the axis' own texts, to learn their size; a chart of ours brings its own. */
  getElementsByClassName(): HostElement[] {
    return [];
  }
}

export interface HostText {
  text: string;
}

export type HostNode = HostElement | HostText;

function take(parent: HostElement, child: HostNode): void {
  const at = parent.children.indexOf(child);
  if (at >= 0) parent.children.splice(at, 1);
}

function append(parent: HostElement, child: HostNode): void {
  take(parent, child);
  parent.children.push(child);
}

function insert(parent: HostElement, child: HostNode, before: HostNode): void {
  take(parent, child);
  parent.children.splice(parent.children.indexOf(before), 0, child);
}

const nothing = () => undefined;
const no = () => false;

let priority: number = NoEventPriority;

const reconciler = createReconciler({
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  isPrimaryRenderer: false,
  rendererPackageName: "danaya-charts",
  rendererVersion: "1",
  extraDevToolsConfig: null,
  bindToConsole: () => nothing,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,
  getRootHostContext: () => ({}),
  getChildHostContext: (context: object) => context,
  getPublicInstance: (instance: HostNode) => instance,
  prepareForCommit: () => null,
  resetAfterCommit: nothing,
  preparePortalMount: nothing,
  createInstance: (type: string, props: Readonly<Record<string, unknown>>) => new HostElement(type, props),
  createTextInstance: (text: string): HostText => ({ text }),
  shouldSetTextContent: no,
  finalizeInitialChildren: no,
  appendInitialChild: append,
  appendChild: append,
  appendChildToContainer: append,
  insertBefore: insert,
  insertInContainerBefore: insert,
  removeChild: take,
  removeChildFromContainer: take,
  clearContainer(container: HostElement) {
    container.children.length = 0;
  },
  commitUpdate(
    instance: HostElement,
    _type: string,
    _before: unknown,
    props: Readonly<Record<string, unknown>>,
  ) {
    instance.props = props;
  },
  commitTextUpdate(instance: HostText, _before: string, text: string) {
    instance.text = text;
  },
  detachDeletedInstance: nothing,
  setCurrentUpdatePriority(next: number) {
    priority = next;
  },
  getCurrentUpdatePriority: () => priority,
  resolveUpdatePriority: () => priority || DefaultEventPriority,
  shouldAttemptEagerTransition: no,
  maySuspendCommit: no,
  maySuspendCommitOnUpdate: no,
  maySuspendCommitInSyncRender: no,
  getSuspendedCommitReason: () => null,
  preloadInstance: () => true,
  startSuspendingCommit: nothing,
  suspendInstance: nothing,
  suspendOnActiveViewTransition: nothing,
  waitForCommitToBeReady: () => null,
  NotPendingTransition: null,
  HostTransitionContext: createContext(null),
  resetFormInstance: nothing,
  requestPostPaintCallback: nothing,
  trackSchedulerEvent: nothing,
  resolveEventType: () => null,
  resolveEventTimeStamp: () => -1,
  getInstanceFromNode: () => null,
  beforeActiveInstanceBlur: nothing,
  afterActiveInstanceBlur: nothing,
  prepareScopeUpdate: nothing,
  getInstanceFromScope: () => null,
});

/** Effects that set off others: axes, then series, then layers. More rounds than this is a loop. */
const ROUNDS = 20;

function settle(): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    reconciler.flushSyncWork();
    if (!reconciler.flushPassiveEffects()) return;
  }
  throw new Error("a chart does not come to rest");
}

/**
 * Renders to the end, effects included, and leaves the tree to whoever asked and to the garbage collector: taking it
 * down would cost as much as building it, and nothing outside refers to it. Synchronous: nothing else in the process
 * runs meanwhile, and so sees the empty `window` that Recharts' effects ask for.
 * @throws what a component throws
 */
export function renderToTree(element: ReactElement): HostElement {
  const container = new HostElement("root", {});
  const failures: unknown[] = [];
  // React swallows what these would throw.
  const fail = (cause: unknown) => void failures.push(cause);
  const before = Object.getOwnPropertyDescriptor(globalThis, "window");
  Object.defineProperty(globalThis, "window", { value: {}, configurable: true });
  try {
    const root = reconciler.createContainer(
      container,
      ConcurrentRoot,
      null,
      false,
      null,
      "",
      fail,
      fail,
      fail,
      nothing,
      null,
    );
    reconciler.updateContainerSync(element, root, null, null);
    settle();
    if (failures.length > 0) throw failures[0];
    return container;
  } finally {
    if (before) Object.defineProperty(globalThis, "window", before);
    else Reflect.deleteProperty(globalThis, "window");
  }
}
