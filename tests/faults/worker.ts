import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { v7 } from "uuid";
import { Desk } from "../../src/application/desk.ts";
import { dispatch } from "../../src/application/dispatch.ts";
import { systemWorld } from "../../src/application/world.ts";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import type { Result } from "../../src/contract/results.ts";
import { lastOver } from "../../src/domain/reporting/periods.ts";

/*
 * A whole program in a process of its own, so that it can be killed, starved of disk, or meet a second one.
 *
 *     node worker.ts DATA LOGIN PASSPHRASE ACTION [MORE …]
 *
 * It writes one line of JSON for everything that was confirmed to its person, at once.
 */

const [dataDir = "", login = "", passphrase = "", action = "", ...more] = process.argv.slice(2);
const RESOURCES = fileURLToPath(new URL("../../resources", import.meta.url));
const desk = new Desk({ dataDir, demo: false, world: systemWorld("0.0.0-test", RESOURCES) });
let onBreath = () => {};

function say(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const waiting = { progress: () => {}, breathe: async () => onBreath() };
  const result = await dispatch(desk, { name, input }, waiting, (_, error) => {
    throw error;
  });
  return result as Result<OutputOf<N>>;
}

async function must<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await ask(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
  return result.value;
}

/** What a person sees of an answer: the code of a refusal, or that it was done. */
async function outcome<N extends OperationName>(name: N, input: InputOf<N>): Promise<string> {
  const result = await ask(name, input);
  return result.ok ? "done" : result.refusal.code;
}

const newcomer = (surname: string) => ({
  surname,
  firstNames: "Sira",
  alsoKnownAs: "",
  birth: { kind: "exact" as const, on: "1990-05-14" },
  nationality: "ML",
  languages: [],
  phone: "",
  locality: "Koko",
  workSetting: null,
  childrenInCare: null,
  literacy: null,
  emergencyName: "",
  emergencyPhone: "",
  emergencyRelation: "",
  paperKind: null,
  paperNumber: "",
  consentOn: null,
  consentSigned: false,
  joinedOn: "2020-01-02",
  notes: "",
});

function registration(surname: string) {
  return { id: v7(), details: newcomer(surname), confirmedNotDuplicate: true };
}

function everyFile(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : [];
}

/** Endless work, each step confirmed; the parent ends it. */
const LOOPS: Record<string, () => Promise<unknown>> = {
  register: async () =>
    (await must("membership.registerMember", registration(`Essai${v7().slice(-6)}`))).member.number,
  sell: async () => {
    const { member } = await must("membership.registerMember", registration(`Achat${v7().slice(-6)}`));
    const { price } = await must("cards.quote", { memberId: member.id });
    const sale = { id: v7(), memberId: member.id, price, method: "cash", reference: "" } as const;
    return (await must("cards.sellTerm", sale)).voucherNumber;
  },
  import: async () => {
    const [file = ""] = more;
    const bytes = new Uint8Array(readFileSync(file));
    const source = { fileName: "r.csv", bytes, columns: null, accept: "all" } as const;
    return (await must("imports.run", source)).created;
  },
  export: async () => {
    const [folder = ""] = more;
    return (await must("sync.export", { folder })).file;
  },
  join: async () => {
    const [invitation = "", fingerprint = ""] = more;
    const bytes = new Uint8Array(readFileSync(invitation));
    return (await must("sync.join", { bytes, fingerprint })).fileName;
  },
  passphrase: async () => {
    const next = `${v7()} sous le karité`;
    say({ trying: next });
    await must("access.changePassphrase", { current, next });
    current = next;
    return next;
  },
  issue: async () => {
    const period = lastOver("month", new Date().toISOString().slice(0, 10), 1);
    const key = { kind: "notice", period, project: null } as const;
    await must("reporting.saveText", { ...key, section: "summary", text: `Note ${v7()}` });
    return (await must("reporting.issue", { ...key, id: v7() })).number;
  },
  backup: async () => {
    const [folder = ""] = more;
    return (await must("office.backUp", { folder })).path;
  },
};
let current = passphrase;

async function loop(step: () => Promise<unknown>): Promise<void> {
  await must("access.signIn", { login, passphrase });
  say("ready");
  for (;;) say({ confirmed: await step() });
}

async function create(): Promise<void> {
  const [first = ""] = more;
  say("ready");
  const input = JSON.parse(first) as InputOf<"office.create">;
  const created = await ask("office.create", input);
  say(created.ok ? { confirmed: created.value.session.login } : { refused: created.refusal.code });
}

/** Fills the disk that `path` lies on to its last page. */
function fillDisk(path: string): void {
  for (const size of [1 << 20, 1 << 16, 1 << 12]) {
    for (let count = 0; ; count += 1) {
      try {
        writeFileSync(`${path}.${size}.${count}`, new Uint8Array(size));
      } catch {
        break;
      }
    }
  }
}

/** A stick (`more[0]`, a small disk) that is full, then one that turns read-only under the work, then another folder. */
async function stick(): Promise<void> {
  const [folder = "", elsewhere = ""] = more;
  await must("access.signIn", { login, passphrase });
  say({ exportFull: await outcome("sync.export", { folder }), left: everyFile(folder) });
  say({ backupFull: await outcome("office.backUp", { folder }), left: everyFile(folder) });
  onBreath = () => execFileSync("mount", ["-o", "remount,bind,ro", folder]);
  say({ exportReadOnly: await outcome("sync.export", { folder }), left: everyFile(folder) });
  onBreath = () => {};
  say({ backupReadOnly: await outcome("office.backUp", { folder }), left: everyFile(folder) });
  const sent = await must("sync.export", { folder: elsewhere });
  say({ number: sent.number, history: (await must("sync.history", {})).length });
  say({ faults: (await must("office.checkUp", {})).faults });
}

/** The office itself (copied to `more[0]`, a small disk) on a disk that is full or fills under the work. */
async function fullDisk(): Promise<void> {
  const [file = ""] = more;
  const bytes = new Uint8Array(readFileSync(file));
  const source = { fileName: "r.csv", bytes, columns: null, accept: "all" } as const;
  await must("access.signIn", { login, passphrase });
  const before = await must("office.checkUp", {});
  say({ import: await outcome("imports.run", source) });
  say({ afterImport: await must("office.checkUp", {}), before });
  const filler = join(dataDir, "..", "filler");
  fillDisk(filler);
  // The log of writes may still have room for some: the disk is full when one is refused.
  let registered = 0;
  let refused = "done";
  for (; refused === "done" && registered < 500; registered += 1)
    refused = await outcome("membership.registerMember", registration(`Plein${registered}`));
  say({ register: refused });
  say({ passphrase: await outcome("access.changePassphrase", { current, next: `${v7()} sous le karité` }) });
  for (const name of readdirSync(join(dataDir, "..")))
    if (name.startsWith("filler")) rmSync(join(dataDir, "..", name));
  say({ again: await outcome("membership.registerMember", registration("Apres")) });
  say({ signIn: await outcome("access.signIn", { login, passphrase }) });
  const after = await must("office.checkUp", {});
  say({ members: after.members, expected: before.members + registered, faults: after.faults });
}

/** A limit on the size of any one file (as any user can set it) in place of a small disk. */
async function limited(): Promise<void> {
  const [folder = ""] = more;
  await must("access.signIn", { login, passphrase });
  say({ export: await outcome("sync.export", { folder }), left: everyFile(folder) });
  say({ backup: await outcome("office.backUp", { folder }), left: everyFile(folder) });
}

if (action === "create") await create();
else if (action === "stick") await stick();
else if (action === "fullDisk") await fullDisk();
else if (action === "limited") await limited();
else if (action === "hold") {
  await must("access.signIn", { login, passphrase });
  say("ready");
  setInterval(() => {}, 1_000);
} else if (LOOPS[action] !== undefined) await loop(LOOPS[action]);
else throw new Error(`unknown action ${action}`);
