import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, win32 } from "node:path";
import { ROOT } from "./root.ts";

type Environment = Readonly<Record<string, string | undefined>>;
export type PackageTarget = "nsis" | "portable" | "AppImage" | "deb" | "dir";

/** The machine on which the package is made. */
export interface MakingMachine {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  readonly homeDir: string;
}

/** A file that electron-builder fetches, unless it lies where it looks first. */
export interface Download {
  readonly what: string;
  readonly url: string;
  /** Put here by hand, the file is not fetched. */
  readonly place: string;
}

/** The releases that the pinned electron-builder asks for; a test compares them with its own code. */
const TOOLS = {
  sevenZip: { what: "7-Zip 1.0.0", release: "7zip@1.0.0" },
  nsis: { what: "NSIS 3.0.4.1", release: "nsis-3.0.4.1", file: "nsis-3.0.4.1.7z" },
  nsisResources: {
    what: "NSIS plug-ins 3.4.1",
    release: "nsis-resources-3.4.1",
    file: "nsis-resources-3.4.1.7z",
  },
  appImage: {
    what: "AppImage tools 1.0.3",
    release: "appimage@1.0.3",
    file: "appimage-tools-runtime-20251108.tar.gz",
  },
  fpm: { what: "fpm 1.17.0", release: "fpm@2.1.4", file: "fpm-1.17.0-ruby-3.4.3-linux-amd64.7z" },
} as const;
const SEVEN_ZIP_FILE: Partial<Record<NodeJS.Platform, string>> = {
  win32: "7zip-win-x64.tar.gz",
  linux: "7zip-linux-x64.tar.gz",
  darwin: "7zip-darwin-arm64.tar.gz",
};

const ELECTRON_RELEASES = "https://github.com/electron/electron/releases/download/";
const TOOL_RELEASES = "https://github.com/electron-userland/electron-builder-binaries/releases/download/";
/** Mirrors that electron-builder itself listens to. */
const withSlash = (address: string): string => (address.endsWith("/") ? address : `${address}/`);

function cacheFolder(machine: MakingMachine, name: string): string {
  const { platform, env, homeDir } = machine;
  if (platform === "win32")
    return win32.join(env.LOCALAPPDATA ?? win32.join(homeDir, "AppData", "Local"), name, "Cache");
  if (platform === "darwin") return join(homeDir, "Library", "Caches", name);
  return join(env.XDG_CACHE_HOME ?? join(homeDir, ".cache"), name);
}

function toolDownload(
  machine: MakingMachine,
  tool: { what: string; release: string; file: string },
): Download {
  const from = withSlash(machine.env.ELECTRON_BUILDER_BINARIES_MIRROR ?? TOOL_RELEASES);
  const cache = machine.env.ELECTRON_BUILDER_CACHE ?? cacheFolder(machine, "electron-builder");
  return {
    what: tool.what,
    url: `${from}${tool.release}/${tool.file}`,
    place: join(cache, tool.release, tool.file),
  };
}

/** The pinned Electron's version. */
export function electronVersion(): string {
  const path = join(ROOT, "node_modules", "electron", "package.json");
  const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "";
}

/** Electron's runtime, and the list of digests that it is checked by. */
function electronDownloads(system: "win32" | "linux", version: string, machine: MakingMachine): Download[] {
  const release = `${withSlash(machine.env.ELECTRON_MIRROR ?? ELECTRON_RELEASES)}v${version}`;
  const cache = cacheFolder(machine, "electron");
  const file = `electron-v${version}-${system}-x64.zip`;
  // Electron's downloads lie in folders named by a digest of where they come from.
  const folder = createHash("sha256").update(release).digest("hex");
  return [
    {
      what: `Electron ${version} for ${system === "win32" ? "Windows" : "Linux"} x64`,
      url: `${release}/${file}`,
      place: join(cache, folder, file),
    },
    {
      what: `the list of digests of Electron ${version}`,
      url: `${release}/SHASUMS256.txt`,
      place: join(cache, `SHASUMS256.txt-${version}`),
    },
  ];
}

/**
 * What is fetched to make a package, Electron's runtime first.
 * @param version Electron's, as pinned
 * @param targets of one system
 */
export function downloadsFor(
  system: "win32" | "linux",
  targets: readonly PackageTarget[],
  version: string,
  machine: MakingMachine,
): Download[] {
  const isWanted = (...names: PackageTarget[]): boolean => names.some((name) => targets.includes(name));
  const sevenZip = { ...TOOLS.sevenZip, file: SEVEN_ZIP_FILE[machine.platform] ?? "" };
  const tools = [
    ...(isWanted("nsis", "portable", "deb") ? [sevenZip] : []),
    ...(isWanted("nsis", "portable") ? [TOOLS.nsis, TOOLS.nsisResources] : []),
    ...(isWanted("AppImage") ? [TOOLS.appImage] : []),
    ...(isWanted("deb") ? [TOOLS.fpm] : []),
  ];
  return [
    ...electronDownloads(system, version, machine),
    ...tools.map((tool) => toolDownload(machine, tool)),
  ];
}

/** True when the file lies where electron-builder looks before it fetches anything. */
export function isHere({ place }: Download): boolean {
  return existsSync(place);
}

/** Whether the address answers that it has the file, within the time. */
export async function isReachable({ url }: Download, timeoutMs: number): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok;
  } catch {
    return false;
  }
}
