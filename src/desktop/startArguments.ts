import { posix, win32 } from "node:path";
import { parseArgs } from "node:util";

type Environment = Readonly<Record<string, string | undefined>>;

/** The machine as far as the place of the data depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  readonly homeDir: string;
}

/** What the person asked for on the command line. */
export interface StartArguments {
  readonly dataDir: string;
  readonly demo: boolean;
  /** Of the demonstrations, headquarters with all its offices; left out otherwise. */
  readonly headquarters?: true;
}

/** Files of this ending open with the program: what offices and headquarters send each other. */
const BUNDLE_ENDING = ".danaya";

/**
 * The bundle that was opened with the program: by a double click, or dropped on its picture.
 * @param args the arguments after the program's name; Chromium puts its own switches among them
 * @param folder where the program was started: a path may be told from there
 * @returns its absolute path; null when there is none. Nothing is said of whether it exists.
 */
export function readOpenedFile(args: readonly string[], folder: string, machine: Machine): string | null {
  const paths = machine.platform === "win32" ? win32 : posix;
  const named = args.find(
    (argument) => !argument.startsWith("-") && argument.toLowerCase().endsWith(BUNDLE_ENDING),
  );
  return named === undefined ? null : paths.resolve(folder, named);
}

/**
 * Where an office lives unless told otherwise: in the person's own, not roaming, application data.
 * @param demo the demonstrations have folders of their own beside it
 */
export function defaultDataDir(machine: Machine, demo: boolean, headquarters = false): string {
  const { platform, env, homeDir } = machine;
  const kind = demo ? (headquarters ? "-demo-siege" : "-demo") : "";
  if (platform === "win32") {
    const local = env.LOCALAPPDATA || win32.join(homeDir, "AppData", "Local");
    return win32.join(local, `Danaya${kind}`);
  }
  if (platform === "darwin") {
    return posix.join(homeDir, "Library", "Application Support", `Danaya${kind}`);
  }
  const share = env.XDG_DATA_HOME?.startsWith("/")
    ? env.XDG_DATA_HOME
    : posix.join(homeDir, ".local", "share");
  return posix.join(share, `danaya${kind}`);
}

/**
 * Reads `--data DIR`, `--demo` and `--demo-headquarters`; anything else, such as Chromium's own switches, is left alone.
 * @param args the arguments after the program's name
 */
export function readStartArguments(args: readonly string[], machine: Machine): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      demo: { type: "boolean" },
      "demo-headquarters": { type: "boolean" },
    },
    strict: false,
  });
  const headquarters = values["demo-headquarters"] === true;
  const demo = values.demo === true || headquarters;
  const dataDir = typeof values.data === "string" && values.data !== "" ? values.data : null;
  return {
    ...{ demo, dataDir: dataDir ?? defaultDataDir(machine, demo, headquarters) },
    ...(headquarters ? { headquarters } : {}),
  };
}
