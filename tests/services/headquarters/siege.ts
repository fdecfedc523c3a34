import { v7 } from "uuid";
import type { Role } from "../../../src/contract/permissions.ts";
import type { Tier } from "../../../src/contract/sync.ts";
import type { TierKeyring } from "../../../src/crypto/tierKeyringFile.ts";
import { readTierKeyring } from "../../../src/services/access/tierFile.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";

/** A headquarters whose first person, Awa, is its coordinator and signed in. */
export function makeSiege(options: Parameters<typeof makeTestOffice>[0] = {}): Promise<TestOffice> {
  const office = { code: "BKO", name: "Bamako", region: "Bamako", headquarters: true, ...options.office };
  return makeTestOffice({ ...options, office });
}

export interface Colleague {
  readonly id: string;
  readonly login: string;
  readonly passphrase: string;
}

/** Adds a person as the screen does: with her role's tiers. */
export async function addColleague(
  siege: TestOffice,
  role: Role,
  login: string = role.toLowerCase(),
): Promise<Colleague> {
  const colleague = { id: v7(), login, passphrase: `${login} compte huit tamis bleus` };
  await siege.must("access.addUser", { ...colleague, name: `Personne ${login}`, role });
  return colleague;
}

/** The tiers of whoever signs in, as the screen is told. */
export async function tiersAtSignIn(
  siege: TestOffice,
  { login, passphrase }: { login: string; passphrase: string },
): Promise<Tier[]> {
  const { tiers } = await siege.must("access.signIn", { login, passphrase });
  return tiers;
}

/** The tier keyring on disk. Somebody must be signed in. */
export function tierKeyringOf(siege: TestOffice): TierKeyring {
  const { office } = siege.call;
  const read = readTierKeyring(office.dataDir, office.databaseKey);
  if (!read.ok || read.value === null) throw new Error("there is no tier keyring");
  return read.value;
}
