import { existsSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handlers } from "../../src/application/handlers.ts";
import { type InputOf, type OperationName, operations, permissionTable } from "../../src/contract/index.ts";
import { PERMISSIONS, ROLE_PERMISSIONS, Role } from "../../src/contract/permissions.ts";
import { Headquarters } from "../services/sync/headquarters.ts";
import { AWA, makeFolder, makeTestOffice, NEW_OFFICE, openDesk, type TestOffice } from "../support/office.ts";
import { makeJpeg } from "../support/photos.ts";
import { NO_FILTER, newDetails, register } from "../support/women.ts";
import type { CashbookName } from "./cashbookRequests.ts";
import type { InsuranceName } from "./insuranceRequests.ts";
import type { LiteracyName } from "./literacyRequests.ts";
import type { RentalName } from "./rentalRequests.ts";
import type { ReportingName } from "./reportingRequests.ts";
import type { RoundTripName } from "./roundTripRequests.ts";

const NAMES = [...operations.keys()];
const STRONG = "onze pintades près du puits";
/** No operation takes this input: what is refused before it is looked at shows who was let through. */
const NONSENSE = { nonsense: true };

/** What a typical request needs to stand there already. */
interface Prepared {
  readonly memberId: string;
  readonly otherId: string;
  readonly doomed: { id: string; number: string };
  readonly voucherId: string;
  readonly photo: Uint8Array;
  readonly photoSha256: string;
  readonly userId: string;
  readonly invitation: Uint8Array;
  readonly fingerprint: string;
  readonly recoveryCode: string;
  readonly folder: string;
  readonly backup: string;
}

const REGISTER = {
  fileName: "registre.csv",
  columns: null,
  bytes: new TextEncoder().encode(
    "Nom;Prénom;Date de naissance\nDembélé;Oumou;01/02/1985\n;Sans nom;01/01/1990\n",
  ),
};

/** What needs headquarters on the other side: `roundTrip.test.ts` has its typical requests. */
type TwoSided = RoundTripName;
/** Those of an area with records of its own stand in its own test: they need policies, leases, vouchers or classes. */
type OneSided = Exclude<
  OperationName,
  TwoSided | InsuranceName | CashbookName | RentalName | LiteracyName | ReportingName
>;

/** One request a screen would make of each operation. An operation without one does not compile. */
const TYPICAL: { readonly [N in OneSided]: (about: Prepared) => InputOf<N> } = {
  "office.state": () => ({}),
  "office.create": () => NEW_OFFICE,
  "office.overview": () => ({}),
  "office.readSettings": () => ({}),
  "office.updateSettings": () => ({
    cardPrice: 2_500,
    cardTermMonths: 12,
    graceMonths: 1,
    replacementPrice: 1_000,
    fiscalYearStart: 1,
    idleMinutes: 10,
    foundAddress: "Antenne de Koutiala, BP 12",
    printedName: "Danaya So",
    language: "fr",
  }),
  "office.listFolders": ({ folder }) => ({ path: folder }),
  "office.restore": ({ backup }) => ({ folder: backup }),
  "office.backUp": ({ folder }) => ({ folder }),
  "office.checkUp": () => ({}),
  "access.signIn": () => AWA,
  "access.lock": () => ({}),
  "access.stillHere": () => ({}),
  "access.changePassphrase": () => ({ current: AWA.passphrase, next: STRONG }),
  "access.recover": ({ recoveryCode }) => ({ recoveryCode, login: "awa", passphrase: STRONG }),
  "access.renewRecoveryCode": () => ({ passphrase: STRONG }),
  "access.listUsers": () => ({}),
  "access.addUser": () => ({
    id: v7(),
    name: "Sira Dao",
    login: "sira",
    role: "trainer",
    passphrase: STRONG,
  }),
  "access.updateUser": ({ userId }) => ({ id: userId, name: "Nana", role: "cashier", active: true }),
  "access.resetPassphrase": ({ userId }) => ({ id: userId, passphrase: STRONG }),
  "access.listAudit": () => ({ before: null, limit: 500 }),
  "membership.listMembers": () => ({
    filter: NO_FILTER,
    sort: "name",
    descending: false,
    offset: 0,
    limit: 50,
  }),
  "membership.listLocalities": () => ({}),
  "membership.readMember": ({ memberId }) => ({ id: memberId }),
  "membership.readPhoto": ({ photoSha256 }) => ({ sha256: photoSha256 }),
  "membership.suggestDuplicates": () => ({
    surname: "Coulibaly",
    firstNames: "Fatoumata",
    birth: { kind: "exact", on: "1990-05-14" },
    phone: "",
    exceptId: null,
  }),
  "membership.registerMember": () => ({
    id: v7(),
    details: newDetails({
      surname: "Sangaré",
      firstNames: "Kankou",
      birth: { kind: "estimated", year: 1980 },
    }),
    confirmedNotDuplicate: false,
  }),
  "membership.updateMember": ({ memberId }) => ({
    id: memberId,
    details: newDetails({ locality: "Médina Coura" }),
  }),
  "membership.setPhoto": ({ memberId, photo }) => ({ id: memberId, jpeg: photo }),
  "membership.recordDeparture": ({ otherId }) => ({ id: otherId, on: "2026-11-20", reason: "moved" }),
  "membership.reinstate": ({ otherId }) => ({ id: otherId }),
  "membership.mergeMembers": ({ memberId, otherId }) => ({ keepId: memberId, mergeId: otherId }),
  "membership.eraseMember": ({ doomed }) => doomed,
  "membership.printFile": ({ memberId }) => ({ id: memberId }),
  "membership.printConsent": ({ memberId }) => ({ id: memberId }),
  "membership.printReferral": () => ({
    surname: "Togola",
    firstNames: "Batoma",
    age: 16,
    contact: "chez sa tante",
    need: "formation",
  }),
  "membership.printList": () => NO_FILTER,
  "membership.exportList": () => ({ filter: NO_FILTER, format: "xlsx" }),
  "cards.quote": ({ memberId }) => ({ memberId }),
  "cards.sellTerm": ({ memberId }) => ({ id: v7(), memberId, method: "cash", reference: "", price: 2_500 }),
  "cards.replaceCard": ({ memberId }) => ({
    id: v7(),
    memberId,
    reason: "lost",
    method: "orangeMoney",
    reference: "OM 4711",
    charged: true,
  }),
  "cards.printReceipt": ({ voucherId }) => ({ voucherId }),
  "cards.print": () => ({ who: "notPrintedYet", layout: "sheet" }),
  "cards.waiting": () => ({}),
  "cards.check": () => ({ text: "DNY1:KTL-00001-6:1:20271122:AAAA" }),
  "imports.preview": () => REGISTER,
  "imports.run": () => ({ ...REGISTER, accept: "all" }),
  "imports.refusedRows": () => ({ ...REGISTER, withDoubtful: true, format: "csv" }),
  "sync.state": () => ({}),
  "sync.history": () => ({}),
  "sync.answers": () => ({}),
  "sync.suggestions": () => ({}),
  "sync.lookAtStick": ({ folder }) => ({ folder }),
  "sync.previewInvitation": ({ invitation }) => ({ bytes: invitation }),
  "sync.join": ({ invitation, fingerprint }) => ({ bytes: invitation, fingerprint }),
  "sync.export": ({ folder }) => ({ folder }),
};

async function prepare(office: TestOffice): Promise<Prepared> {
  const member = (await register(office)).member;
  const other = (await register(office, { surname: "Kouyaté" })).member;
  const { number, id } = (await register(office, { surname: "Effacée" })).member;
  const photo = makeJpeg(350, 450, 12);
  const withPhoto = await office.must("membership.setPhoto", { id: member.id, jpeg: photo });
  const voucherId = v7();
  const sale = { id: voucherId, memberId: member.id, method: "cash", reference: "", price: 2_500 } as const;
  await office.must("cards.sellTerm", sale);
  const headquarters = new Headquarters();
  const user = await office.addPerson("secretary", "nana");
  const backup = await office.must("office.backUp", { folder: makeFolder() });
  return {
    memberId: member.id,
    otherId: other.id,
    doomed: { id, number },
    voucherId,
    photo,
    photoSha256: withPhoto.member.photoSha256 ?? "",
    userId: user.id,
    invitation: headquarters.invite("KTL"),
    fingerprint: headquarters.fingerprint,
    recoveryCode: office.recoveryCode,
    folder: makeFolder(),
    backup: backup.path,
  };
}

async function askTypical<N extends OneSided>(
  office: TestOffice,
  name: N,
  about: Prepared,
): Promise<unknown> {
  return office.must(name, TYPICAL[name](about) as InputOf<N>);
}

test("every operation of the contract has a handler, and every handler an operation", () => {
  const handled = Object.entries(handlers).flatMap(([area, entries]) =>
    Object.keys(entries).map((name) => `${area}.${name}`),
  );
  expect(handled.sort()).toEqual([...NAMES].sort());
});

test("every permission opens at least one operation, and a coordinator has all of them", () => {
  const used = new Set(permissionTable.values());
  expect(PERMISSIONS.filter((permission) => !used.has(permission))).toEqual([]);
  expect(ROLE_PERMISSIONS.coordinator).toEqual(PERMISSIONS);
});

test("an auditor may make no command but for her own passphrase", () => {
  const allowed = NAMES.filter((name) => {
    const { kind, permission } = operations.get(name) ?? { kind: "query", permission: "anyone" };
    if (kind === "query" || permission === "anyone" || permission === "signedIn") return false;
    return ROLE_PERMISSIONS.auditor.includes(permission);
  });
  expect(allowed).toEqual([]);
});

describe("before sign-in", () => {
  test.each(NAMES)("%s is answered only if anybody may ask it", async (name) => {
    const office = openDesk(join(makeFolder(), "none"));
    const refused = await office.refused(name, NONSENSE as never);
    if (permissionTable.get(name) === "anyone") expect(refused).not.toBe("access.notSignedIn");
    else expect(refused).toBe("access.notSignedIn");
    office.close();
  });
});

describe("a person who is signed in as", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    for (const role of Role.options) if (role !== "coordinator") await office.addPerson(role);
  });
  afterAll(() => office.close());

  test.each(Role.options)("%s is let through exactly where the permission table says", async (role) => {
    const login = role.toLowerCase();
    const her = role === "coordinator" ? AWA : { login, passphrase: `${login} lave trois calebasses` };
    await office.must("access.signIn", her);
    for (const name of NAMES) {
      const needed = permissionTable.get(name);
      if (needed === "anyone" || needed === undefined) continue;
      const may = needed === "signedIn" || ROLE_PERMISSIONS[role].includes(needed);
      const refused = await office.refused(name, NONSENSE as never);
      expect(`${name}: ${refused === "access.forbidden" ? "forbidden" : refused.split(".")[0]}`).toBe(
        `${name}: ${may ? "request" : "forbidden"}`,
      );
    }
  });
});

describe("a typical request", () => {
  let office: TestOffice;
  let about: Prepared;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    about = await prepare(office);
  });
  afterAll(() => office.close());

  const oneSided = NAMES.filter((name): name is OneSided => Object.hasOwn(TYPICAL, name));
  const signedIn = oneSided.filter((name) => permissionTable.get(name) !== "anyone");
  test.each(signedIn)("of %s is answered in the contract's shape", async (name) => {
    const parsed = operations.get(name)?.output.safeParse(await askTypical(office, name, about));
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("leaves a healthy office behind", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });

  test.each(oneSided.filter((name) => permissionTable.get(name) === "anyone"))(
    "of %s is answered in the contract's shape at a first start or at the door",
    async (name) => {
      const isFirst = name === "office.create" || name === "office.restore";
      const door = isFirst ? openDesk(join(makeFolder(), "new")) : await makeTestOffice();
      const here = { ...about, recoveryCode: door.recoveryCode };
      const parsed = operations.get(name)?.output.safeParse(await askTypical(door, name, here));
      expect(parsed?.error?.issues ?? []).toEqual([]);
      door.close();
    },
  );

  test("prints and exports under names that tell nothing of a woman", async () => {
    const files = [
      await office.must("membership.printFile", { id: about.memberId }),
      await office.must("membership.exportList", { filter: NO_FILTER, format: "csv" }),
      await office.must("cards.printReceipt", { voucherId: about.voucherId }),
    ];
    for (const { fileName } of files) expect(fileName).toMatch(/^KTL-[0-9A-Za-z-]+\.(pdf|csv)$/);
    expect(files.map(({ fileName }) => fileName).join()).not.toMatch(/coulibaly|fatou/i);
    expect(existsSync(about.folder)).toBe(true);
  });
});
