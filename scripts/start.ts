import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isDemoToMake } from "../src/application/demoOffice.ts";
import { readStartArguments } from "../src/desktop/startArguments.ts";
import { hasDisplay } from "../src/loopback/installedBrowser.ts";
import { startLoopback } from "../src/loopback/startLoopback.ts";
import { buildDesktop, DESKTOP_MAIN } from "./buildDesktop.ts";
import { buildScreen } from "./buildScreen.ts";
import { fetchElectron } from "./electronRuntime.ts";

/*
 * `npm start`: the desktop window; where there is no Electron runtime or no display, the same application
 * for a browser on this machine.
 *
 *   npm start -- [--demo | --demo-headquarters] [--data DIR] [--browser] [--port N] [--no-open]
 */

const USAGE = `npm start -- [options]
  --demo      un bureau d’entraînement avec des données inventées / a training office
  --demo-headquarters
              le siège et ses bureaux, inventés aussi / headquarters with its offices, invented too
  --data DIR  un autre dossier de données / another data folder
  --browser   dans le navigateur, sans Electron / in the browser, without Electron
  --port N    le port de l’adresse locale / the local address's port
  --no-open   n’ouvre pas de fenêtre, affiche l’adresse / opens no window, prints the address
`;

interface Wish {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly headquarters: boolean;
  readonly port: number;
  readonly open: boolean;
}

function demoArguments({ demo, headquarters }: Wish): string[] {
  if (!demo) return [];
  return [headquarters ? "--demo-headquarters" : "--demo"];
}

/** The first start of a demonstration lives its two years. */
function explainDemo({ dataDir, headquarters }: Wish): void {
  if (!isDemoToMake(dataDir)) return;
  const french = headquarters
    ? "Le siège et ses bureaux d’exercice se préparent : une à deux minutes, la première fois seulement."
    : "Le bureau d’exercice se prépare : une demi-minute, la première fois seulement.";
  const english = headquarters
    ? "(Headquarters and its offices are being made: one to two minutes, the first time only.)"
    : "(The training office is being made: half a minute, the first time only.)";
  process.stdout.write(`${french}\n${english}\n`);
}

/** Runs the desktop window until it is closed; resolves with its exit code. */
function runDesktop(program: string, wish: Wish): Promise<number> {
  // Chromium refuses its own sandbox to root; the page stays isolated from Node all the same.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...sandbox, DESKTOP_MAIN, `--data=${wish.dataDir}`, ...demoArguments(wish)];
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void child.kill(signal));
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 0));
  });
}

/** Serves a browser until Ctrl+C, or until the window that was opened is closed. */
async function runLoopback(wish: Wish): Promise<number> {
  const loopback = await startLoopback(wish);
  process.stdout.write(`${loopback.url}\n`);
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    void loopback.browser?.closed.then((how) => {
      if (how === "closed") resolve();
      else
        process.stdout.write(
          "Le navigateur n’a pas pu s’ouvrir : copiez l’adresse. (Open the address by hand.)\n",
        );
    });
  });
  const failed = loopback.ended.then(() => "ended" as const);
  const why = await Promise.race([asked, failed]);
  await loopback.close();
  return why === "ended" ? 1 : 0;
}

function explainLoopback(reason: "display" | "runtime" | "asked"): void {
  const french = {
    display: "Pas d’écran pour une fenêtre : Danaya est servie à un navigateur, sur cette machine seulement.",
    runtime:
      "Le moteur Electron manque et n’a pu être obtenu : Danaya s’ouvre dans un navigateur, sur cette machine seulement.",
    asked: "Danaya s’ouvre dans un navigateur, sur cette machine seulement. L’adresse ne sert qu’une fois.",
  };
  const english = {
    display:
      "(No display for a window: Danaya is served to a browser on this machine only, at this one-time address.)",
    runtime: "(No Electron runtime, and none to be had: Danaya opens in a browser on this machine only.)",
    asked: "(Danaya opens in a browser on this machine only. The address works once.)",
  };
  process.stdout.write(`${french[reason]}\n${english[reason]}\n`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      demo: { type: "boolean", default: false },
      "demo-headquarters": { type: "boolean", default: false },
      data: { type: "string" },
      browser: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      "no-open": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} ?\n\n${USAGE}`);
  const machine = { platform: process.platform, env: process.env, homeDir: homedir() };
  const { dataDir, demo, headquarters = false } = readStartArguments(process.argv.slice(2), machine);
  const wish: Wish = { dataDir: resolve(dataDir), demo, headquarters, port, open: !values["no-open"] };

  await buildScreen();
  if (demo) explainDemo(wish);
  const wantsWindow = !values.browser && wish.open;
  const electron = wantsWindow && hasDisplay() ? await fetchElectron() : null;
  if (electron) {
    await buildDesktop();
    return runDesktop(electron, wish);
  }
  explainLoopback(!wantsWindow ? "asked" : hasDisplay() ? "runtime" : "display");
  return runLoopback(wish);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
