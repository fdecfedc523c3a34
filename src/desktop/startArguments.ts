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
}

/**
 * Where an office lives unless told otherwise: in the person's own, not roaming, application data.
 * @param demo the training office has a folder of its own beside it
 */
export function defaultDataDir(machine: Machine, demo: boolean): string {
  const { platform, env, homeDir } = machine;
  if (platform === "win32") {
    const local = env.LOCALAPPDATA || win32.join(homeDir, "AppData", "Local");
    return win32.join(local, demo ? "Danaya-demo" : "Danaya");
  }
  if (platform === "darwin") {
    return posix.join(homeDir, "Library", "Application Support", demo ? "Danaya-demo" : "Danaya");
  }
  const share = env.XDG_DATA_HOME?.startsWith("/")
    ? env.XDG_DATA_HOME
    : posix.join(homeDir, ".local", "share");
  return posix.join(share, demo ? "danaya-demo" : "danaya");
}

/**
 * Reads `--data DIR` and `--demo`; anything else, such as Chromium's own switches, is left alone.
 * @param args the arguments after the program's name
 */
export function readStartArguments(args: readonly string[], machine: Machine): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, demo: { type: "boolean" } },
    strict: false,
  });
  const demo = values.demo === true;
  const dataDir = typeof values.data === "string" && values.data !== "" ? values.data : null;
  return { demo, dataDir: dataDir ?? defaultDataDir(machine, demo) };
}
