import { DEMO_SIGN_IN, type NewOffice } from "../contract/office.ts";
import { accept, type Result } from "../contract/results.ts";
import { readOfficeIdentity } from "../data/officeRecord.ts";
import { demoStart, fillOffice } from "../services/demo/fillOffice.ts";
import { createOffice, lookAtFolder } from "../services/office/createOffice.ts";
import type { Desk } from "./desk.ts";

const DEMO_MEMBERS = 240;
const DEMO_SEED = 2026;

const DEMO_OFFICE: Omit<NewOffice, "passphrase"> = {
  code: "KTL",
  name: "Koutiala",
  region: "Koutiala",
  parentCode: null,
  headquarters: false,
  language: "fr",
  person: { name: "Awa Démo", login: DEMO_SIGN_IN.login, role: "coordinator" },
};

/** Makes a training office of invented women in an empty folder. It is closed afterwards: sign in to open it. */
export async function makeDemo(
  desk: Desk,
  about: { members: number; seed: number; passphrase: string },
): Promise<Result<null>> {
  const opening = { ...desk.world, now: () => `${demoStart(desk.today())}T08:00:00.000Z` };
  const created = await createOffice(desk.dataDir, { ...DEMO_OFFICE, passphrase: about.passphrase }, opening);
  if (!created.ok) return created;
  const { office, user } = created.value;
  const identity = readOfficeIdentity(office.reader) ?? { ...DEMO_OFFICE };
  fillOffice(
    {
      office,
      user,
      identity,
      tierSecrets: [],
      forgetTiers: () => {},
      national: () => null,
      world: desk.world,
      today: () => desk.today(),
      progress: () => {},
      breathe: async () => {},
    },
    about,
  );
  office.close();
  return accept(null);
}

/** The training office of `npm start -- --demo`: made at the first start, opened at every one. */
export async function fillDemo(desk: Desk): Promise<void> {
  if (lookAtFolder(desk.dataDir) === "empty") {
    await makeDemo(desk, { members: DEMO_MEMBERS, seed: DEMO_SEED, passphrase: DEMO_SIGN_IN.passphrase });
  }
  await desk.openDemo();
}
