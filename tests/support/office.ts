import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { v7 } from "uuid";
import { afterAll, expect, onTestFinished } from "vitest";
import { Desk } from "../../src/application/desk.ts";
import { dispatch } from "../../src/application/dispatch.ts";
import type { InputOf, OperationName, OutputOf, Progress } from "../../src/contract/index.ts";
import type { NewOffice } from "../../src/contract/office.ts";
import type { Role } from "../../src/contract/permissions.ts";
import type { RefusalCode } from "../../src/contract/refusals.ts";
import type { Result } from "../../src/contract/results.ts";
import { systemRandom } from "../../src/crypto/entropy.ts";
import { addUserSlot } from "../../src/crypto/keyring.ts";
import type { Argon2Cost } from "../../src/crypto/keyringFile.ts";
import { insertUser } from "../../src/data/users.ts";
import { fontsIn } from "../../src/documents/fontFolder.ts";
import { readKeyring, writeKeyring } from "../../src/services/access/signIn.ts";
import type { Call, Surroundings } from "../../src/services/call.ts";
import { createOffice } from "../../src/services/office/createOffice.ts";

/*
 * A real office in a folder of its own: encrypted database, keyring, journal. It is made once a worker through
 * `createOffice` and copied for each test; its passphrases cost little, so that signing in takes no half second.
 */

export const RESOURCES = fileURLToPath(new URL("../../resources/", import.meta.url));
/** Read once a worker, when a first page is printed. */
export const testFonts = fontsIn(join(RESOURCES, "fonts"));

export const START = "2026-11-23T08:15:00.000Z";
export const TODAY = START.slice(0, 10);
export const AWA = { login: "awa", passphrase: "quatre mangues sous le karité" } as const;

/** One pass over 64 KiB: what a test's passphrase costs. */
export const CHEAP: Argon2Cost = { memoryKib: 64, passes: 1, parallelism: 1 };

export const NEW_OFFICE: NewOffice = {
  code: "KTL",
  name: "Koutiala",
  region: "Koutiala",
  parentCode: null,
  headquarters: false,
  language: "fr",
  person: { name: "Awa Sissoko", login: AWA.login, role: "coordinator" },
  passphrase: AWA.passphrase,
};

/** A clock that stands still until it is moved, forwards or back. */
export interface TestClock {
  now(): string;
  set(instant: string): void;
  move(by: { days?: number; minutes?: number; seconds?: number }): void;
}

export function makeClock(start: string = START): TestClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString(),
    set: (instant) => {
      ms = Date.parse(instant);
    },
    move: ({ days = 0, minutes = 0, seconds = 0 }) => {
      ms += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}

export function testWorld(clock: TestClock): Surroundings {
  return {
    now: clock.now,
    newId: () => v7(),
    random: systemRandom,
    fonts: testFonts,
    passphraseCost: CHEAP,
    version: "0.0.0-test",
    builtOn: null,
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own; taken away after the file's tests. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "danaya-test-"));
  folders.push(folder);
  return folder;
}

interface Template {
  readonly dir: string;
  readonly recoveryCode: string;
}

async function makeTemplate(about: NewOffice): Promise<Template> {
  const dir = join(makeFolder(), "office");
  const created = await createOffice(dir, about, testWorld(makeClock()));
  if (!created.ok) throw new Error(created.refusal.code);
  const { office, recoveryCode } = created.value;
  office.close();
  return { dir, recoveryCode };
}

const templates = new Map<string, Promise<Template>>();

function templateOf(about: NewOffice): Promise<Template> {
  const key = JSON.stringify(about);
  const known = templates.get(key) ?? makeTemplate(about);
  templates.set(key, known);
  return known;
}

/** Asks as a screen does, through the contract and its permissions. */
export type Ask = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>>>;

export interface TestOffice {
  readonly dir: string;
  readonly desk: Desk;
  readonly clock: TestClock;
  readonly recoveryCode: string;
  /** The surroundings of one request to a service; throws while nobody is signed in. */
  readonly call: Call;
  readonly ask: Ask;
  /** As `ask`, for what must not be refused. @throws with the refusal's code */
  must<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** As `ask`, for what must be refused. @returns the refusal's code and field, `member.minor @ birth` */
  refused<N extends OperationName>(name: N, input: InputOf<N>): Promise<string>;
  /** Every progress message so far. */
  readonly progress: Progress[];
  /** Runs at every pause of long work; it may throw `Cancelled`. */
  onBreath: () => void;
  /** Errors that were answered with `request.defect`; they fail the test unless `defectsExpected`. */
  readonly defects: unknown[];
  defectsExpected: boolean;
  /** Adds a person of this role (cheap passphrase) without signing her in. */
  addPerson(role: Role, login?: string): Promise<{ id: string; login: string; passphrase: string }>;
  signIn(who?: { login: string; passphrase: string }): Promise<Result<unknown>>;
  close(): void;
}

interface TestOfficeOptions {
  /** Changes of the usual office. */
  readonly office?: Partial<NewOffice>;
  /** Lies over several tests: no check-up and no closing at the end of one. The caller closes it. */
  readonly shared?: boolean;
  /** A damaged office is not examined at the end. */
  readonly unexamined?: boolean;
}

/** A field's place in a refusal, as tests write it. */
export function refusalWords(result: Result<unknown>): string {
  if (result.ok) return "accepted";
  const { code, field } = result.refusal;
  return field === undefined ? code : `${code} @ ${field}`;
}

/** The office's own check-up finds nothing wrong. Someone with `office.check` must be signed in. */
export async function expectHealthy(ask: Ask): Promise<void> {
  const result = await ask("office.checkUp", {});
  expect(result.ok ? result.value.faults : result.refusal).toEqual([]);
}

/** A desk before a copy of the usual office (or of one made differently), with its first person signed in. */
export async function makeTestOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const about = { ...NEW_OFFICE, ...options.office };
  const template = await templateOf(about);
  const dir = join(makeFolder(), "office");
  cpSync(template.dir, dir, { recursive: true });
  const office = openDesk(dir, makeClock(), template.recoveryCode);
  const signedIn = await office.signIn({ login: about.person.login, passphrase: about.passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  if (options.shared !== true) finishAfterTest(office, options.unexamined === true);
  return office;
}

function finishAfterTest(office: TestOffice, unexamined: boolean): void {
  onTestFinished(async () => {
    const call = office.desk.call({ progress: () => {}, breathe: async () => {} });
    if (!unexamined && call?.user.role === "coordinator") await expectHealthy(office.ask);
    office.close();
  });
}

/** A desk before a folder, nobody signed in: what a start of the program is. */
export function openDesk(dir: string, clock: TestClock = makeClock(), recoveryCode = ""): TestOffice {
  const desk = new Desk({ dataDir: dir, demo: false, world: testWorld(clock) });
  const progress: Progress[] = [];
  const defects: unknown[] = [];
  const waiting = {
    progress: (step: Progress) => void progress.push(step),
    breathe: async () => office.onBreath(),
  };
  const ask: Ask = async (name, input) => {
    const before = defects.length;
    const result = await dispatch(desk, { name, input }, waiting, (_, error) => defects.push(error));
    if (defects.length > before && !office.defectsExpected) throw defects.at(-1);
    return result as Result<OutputOf<typeof name>>;
  };
  const office: TestOffice = {
    dir,
    desk,
    clock,
    recoveryCode,
    get call() {
      const call = desk.call(waiting);
      if (call === null) throw new Error("nobody is signed in");
      return call;
    },
    ask,
    must: async (name, input) => {
      const result = await ask(name, input);
      if (!result.ok) throw new Error(`${name}: ${refusalWords(result)}`);
      return result.value;
    },
    refused: async (name, input) => refusalWords(await ask(name, input)),
    progress,
    onBreath: () => {},
    defects,
    defectsExpected: false,
    addPerson: (role, login = role.toLowerCase()) => addPerson(office, role, login),
    signIn: (who = AWA) => ask("access.signIn", who),
    close: () => desk.close(),
  };
  return office;
}

async function addPerson(office: TestOffice, role: Role, login: string) {
  const { call } = office;
  const passphrase = `${login} lave trois calebasses`;
  const keyring = readKeyring(office.dir);
  if (!keyring.ok) throw new Error(keyring.refusal.code);
  const { databaseKey } = call.office;
  writeKeyring(
    office.dir,
    await addUserSlot(keyring.value, { login, passphrase, databaseKey }, systemRandom, CHEAP),
  );
  const id = v7();
  call.office.write(call.user.id, call.world.now(), (door) => {
    insertUser(door, { id, login, name: `Personne ${login}`, role, active: true });
    return { ok: true, value: null };
  });
  return { id, login, passphrase };
}

/** What a refusal code is in `refused`'s answer, typed so that a test cannot misspell it. */
export function refusal(code: RefusalCode, field?: string): string {
  return field === undefined ? code : `${code} @ ${field}`;
}
