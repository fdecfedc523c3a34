import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Desk } from "../../src/application/desk.ts";
import { dispatch } from "../../src/application/dispatch.ts";
import { systemWorld } from "../../src/application/world.ts";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import { addUserSlot } from "../../src/crypto/keyring.ts";
import { parseKeyring, serializeKeyring } from "../../src/crypto/keyringFile.ts";
import type { Call } from "../../src/services/call.ts";

export const PERSON = { login: "awa", passphrase: "la maison de la confiance" } as const;
const RESOURCES = fileURLToPath(new URL("../../resources", import.meta.url));
/** What a sign-in costs beside the passphrase is measured here; Argon2id has its own price by design. */
const CHEAP = { memoryKib: 8, passes: 1, parallelism: 1 };
const WAITING = { progress: () => {}, breathe: async () => {} };

/** An office of a bench: made in a temporary folder, asked through the contract, removed at the end. */
export interface BenchOffice {
  readonly folder: string;
  ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** The open office behind the contract. @throws when nobody is signed in */
  call(): Call;
  /** Forgets the key and closes the database; `ask("access.signIn", PERSON)` opens it again. */
  lock(): void;
  /** Lets go of the folder, so that another process can sit down before it. */
  leave(): void;
  remove(): void;
}

/** A new folder below the system's temporary one. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "danaya-bench-"));
}

function takeDesk(folder: string): Desk {
  const desk = new Desk({ dataDir: folder, demo: false, world: systemWorld("bench", RESOURCES) });
  if (!desk.take()) throw new Error("the folder is taken");
  return desk;
}

/** Puts the person's passphrase behind a cheap Argon2id, so that opening can be measured without it. */
async function cheapen(folder: string, databaseKey: Uint8Array): Promise<void> {
  const path = join(folder, "keyring.json");
  const keyring = parseKeyring(readFileSync(path, "utf8"));
  if (keyring === null) throw new Error("the keyring is damaged");
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const cheap = await addUserSlot(keyring, { ...PERSON, databaseKey }, random, CHEAP);
  writeFileSync(path, serializeKeyring(cheap));
}

function sit(desk: Desk, folder: string): BenchOffice {
  const call = () => {
    const open = desk.call(WAITING);
    if (open === null) throw new Error("nobody is signed in");
    return open;
  };
  return {
    folder,
    call,
    ask: async (name, input) => {
      const result = await dispatch(desk, { name, input }, WAITING, (_operation, error) => {
        throw error;
      });
      if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
      return result.value as OutputOf<typeof name>;
    },
    lock: () => desk.lock(),
    leave: () => desk.close(),
    remove: () => {
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sits down before the office in a folder and signs in. */
export async function openBenchOffice(folder: string): Promise<BenchOffice> {
  const office = sit(takeDesk(folder), folder);
  await office.ask("access.signIn", PERSON);
  return office;
}

/** Which office of the network it is. */
export interface OfficeName {
  readonly code: string;
  readonly name: string;
}

export const KOUTIALA: OfficeName = { code: "KTL", name: "Koutiala" };
const BAMAKO: OfficeName = { code: "BKO", name: "Bamako" };

/** Makes an office without members, signed in. */
export function makeBenchOffice(about = KOUTIALA): Promise<BenchOffice> {
  return makeOffice({ ...about, region: about.name, parentCode: null, headquarters: false });
}

/** Makes a headquarters that knows no office yet, signed in. */
export function makeBenchHeadquarters(): Promise<BenchOffice> {
  return makeOffice({ ...BAMAKO, region: "", parentCode: null, headquarters: true });
}

interface OfficeOutline extends OfficeName {
  readonly region: string;
  readonly parentCode: null;
  readonly headquarters: boolean;
}

async function makeOffice(about: OfficeOutline): Promise<BenchOffice> {
  const folder = temporaryFolder();
  const desk = takeDesk(folder);
  const created = await desk.create(
    {
      ...about,
      language: "fr",
      person: { name: "Awa", login: PERSON.login, role: "coordinator" },
      passphrase: PERSON.passphrase,
    },
    { acceptWeak: true },
  );
  if (!created.ok) throw new Error(created.refusal.code);
  const office = sit(desk, folder);
  await cheapen(folder, office.call().office.databaseKey);
  return office;
}
