import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type InlineConfig } from "vite";
import { oneAtATime } from "./buildLock.ts";
import { isFresh, sourcesStamp } from "./buildScreen.ts";
import { ROOT } from "./root.ts";

const OUTPUT = join(ROOT, "dist", "desktop");
const STAMP = join(ROOT, "dist", "desktop.stamp");
const SOURCES = ["src", "package-lock.json", "scripts/buildDesktop.ts"];
/** Electron's Node runs no TypeScript: the rooms become JavaScript file by file, at the same places. */
export const DESKTOP_MAIN: string = join(OUTPUT, "desktop", "main.js");

const common: InlineConfig = { root: ROOT, configFile: false, publicDir: false, logLevel: "warn" };

function roomsConfig(): InlineConfig {
  return {
    ...common,
    build: {
      ssr: true,
      outDir: OUTPUT,
      emptyOutDir: true,
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: [join(ROOT, "src", "desktop", "main.ts"), join(ROOT, "src", "application", "serviceEntry.ts")],
        external: (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:[\\/]/.test(id),
        output: {
          format: "es",
          preserveModules: true,
          preserveModulesRoot: join(ROOT, "src"),
          entryFileNames: "[name].js",
        },
      },
    },
  };
}

/** A sandboxed preload can load nothing but itself: one CommonJS file. */
function preloadConfig(): InlineConfig {
  return {
    ...common,
    build: {
      ssr: true,
      outDir: join(OUTPUT, "desktop"),
      emptyOutDir: false,
      target: "chrome130",
      minify: false,
      rolldownOptions: {
        input: join(ROOT, "src", "desktop", "preload.ts"),
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false },
      },
    },
  };
}

/**
 * Builds the desktop's own part into `dist/desktop`, unless it is there and current.
 * @throws what Vite throws when the sources do not build
 */
export function buildDesktop(): Promise<void> {
  return oneAtATime(async () => {
    const stamp = sourcesStamp(SOURCES);
    if (isFresh(DESKTOP_MAIN, STAMP, stamp)) return;
    rmSync(OUTPUT, { recursive: true, force: true });
    await build(roomsConfig());
    await build(preloadConfig());
    const migrations = join("data", "migrations");
    cpSync(join(ROOT, "src", migrations), join(OUTPUT, migrations), { recursive: true });
    writeFileSync(STAMP, stamp);
  });
}
