import { mkdirSync, rmSync } from "node:fs";
import { DEMO_SIGN_IN } from "../contract/office.ts";
import { accept, type Result } from "../contract/results.ts";
import { lookAtFolder } from "../services/office/createOffice.ts";
import { isUnfinished } from "./demoDesk.ts";
import { type DemoWish, makeHeadquarters, makeTrainingOffice, type TellStep } from "./demoNation.ts";
import type { Desk } from "./desk.ts";

/** What `npm start -- --demo` and `--demo-headquarters` make. */
const TRAINING = { members: 240, seed: 2026, passphrase: DEMO_SIGN_IN.passphrase } as const;
const NATION = { members: 140, seed: 2026, passphrase: DEMO_SIGN_IN.passphrase } as const;

const silent: TellStep = () => {};

/** Runs some work with an empty folder beside the desk's, which is gone afterwards. */
async function withScratch<T>({ dataDir }: Desk, work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = `${dataDir}.making`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Makes a training office of invented women in an empty folder: it has lived up to today through the requests of the
 * screens. It is closed afterwards: sign in to open it.
 */
export function makeDemo(desk: Desk, wish: DemoWish, tell = silent): Promise<Result<null>> {
  return withScratch(desk, async (scratch) => {
    const made = await makeTrainingOffice(desk, wish, { scratch, tell });
    if (!made.ok) return made;
    made.value.finish();
    return accept(null);
  });
}

/**
 * Makes headquarters in an empty folder, consolidated from the sticks of seven offices beside its own branch; they lie
 * below it and open with the same sign-in. All are closed afterwards.
 */
export function makeDemoHeadquarters(desk: Desk, wish: DemoWish, tell = silent): Promise<Result<null>> {
  return withScratch(desk, async (scratch) => {
    const made = await makeHeadquarters(desk, wish, { scratch, tell });
    if (!made.ok) return made;
    for (const office of [made.value.hq, ...made.value.offices]) office.finish();
    return accept(null);
  });
}

/** Whether the folder has no demonstration yet, or one that was cut off while it was made. */
export function isDemoToMake(dataDir: string): boolean {
  return isUnfinished(dataDir) || lookAtFolder(dataDir) === "empty";
}

/** The demonstration of `npm start`: made at the first start, opened at every one. */
export async function fillDemo(
  desk: Desk,
  about: { headquarters: boolean; tell: TellStep } = { headquarters: false, tell: silent },
): Promise<void> {
  if (isDemoToMake(desk.dataDir)) {
    if (about.headquarters) await makeDemoHeadquarters(desk, NATION, about.tell);
    else await makeDemo(desk, TRAINING, about.tell);
  }
  await desk.openDemo();
}
