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

/**
 * The charts with React and Recharts inside, in the place of the room's own files: the packaged application brings
 * no package that only draws. React decides by this name whether it is the quick one, without its warnings.
 */
function chartsConfig(folder: string): InlineConfig {
  return {
    ...common,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: "node24",
      minify: true,
      rolldownOptions: {
        input: join(ROOT, "src", "charts", "drawChart.ts"),
        output: { format: "es", entryFileNames: "drawChart.js", codeSplitting: false },
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
 * Builds the charts as one file that needs no package, `drawChart.js`.
 * @param folder emptied first
 * @throws what Vite throws when the sources do not build
 */
export async function buildCharts(folder: string): Promise<void> {
  await build(chartsConfig(folder));
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
    await buildCharts(join(OUTPUT, "charts"));
    await build(preloadConfig());
    const migrations = join("data", "migrations");
    cpSync(join(ROOT, "src", migrations), join(OUTPUT, migrations), { recursive: true });
    writeFileSync(STAMP, stamp);
  });
}
