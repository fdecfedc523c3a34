import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { dispatch } from "../../../src/application/dispatch.ts";
import { makeLog } from "../../../src/application/log.ts";
import { makeFolder, makeTestOffice, type TestOffice } from "../../support/office.ts";
import { NO_FILTER, newDetails } from "../../support/women.ts";

/** Words that stand nowhere else: what is written as a name must not be found as bytes. */
const MARKERS = {
  surname: "Zébulonne-Qwixô",
  firstNames: "Ɲɛlɛmarkière",
  alsoKnownAs: "LaMarquéeÜnique",
  locality: "QuartierMarqueur",
  emergencyName: "TanteMarqueuse",
  emergencyRelation: "marquesœur",
  paperNumber: "MRQ77441199",
  notes: "NoteSecrèteMarqueur",
  nationality: "Marquistan",
  languages: "marquelangue",
  user: "UtilisatriceMarquée",
  office: "BureauMarqueur",
  recovery: "",
  passphrase: "phrase de passe marqueuse unique",
  phone: "66774499",
} as const;

/** Every way in which a text editor, a search program or an encoder would show the word. */
function spellings(word: string): { how: string; bytes: Buffer }[] {
  const forms = [
    word,
    word.normalize("NFD"),
    word.toLowerCase(),
    word.normalize("NFKD").replace(/\p{M}/gu, ""),
  ];
  return [...new Set(forms)].flatMap((form) => {
    const utf8 = Buffer.from(form, "utf8");
    const utf16 = Buffer.from(form, "utf16le");
    const big = Buffer.from(utf16).swap16();
    // Whatever stands before the word shifts its base 64 by one or two bytes; the middle stays.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), utf8])
        .toString("base64")
        .slice(4, -4),
    );
    return [
      { how: `${form} in UTF-8`, bytes: utf8 },
      { how: `${form} in UTF-16`, bytes: utf16 },
      { how: `${form} in UTF-16, high byte first`, bytes: big },
      { how: `${form} in Latin 1`, bytes: Buffer.from(form, "latin1") },
      { how: `${form} in hexadecimal`, bytes: Buffer.from(utf8.toString("hex")) },
      ...base64.map((text) => ({ how: `${form} in base 64`, bytes: Buffer.from(text) })),
    ];
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Shorter ones stand by chance in a megabyte of ciphertext, once in some hundred runs. */
const SHORTEST_BYTES = 8;

const SEARCHED = Object.values(MARKERS)
  .filter((word) => word !== "")
  .flatMap(spellings)
  .filter(({ bytes }) => bytes.length >= SHORTEST_BYTES);

function findings(folder: string): string[] {
  return filesBelow(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    const inBytes = SEARCHED.filter((word) => bytes.includes(word.bytes)).map(({ how }) => `${path}: ${how}`);
    const inName = Object.values(MARKERS).filter((word) => word !== "" && path.includes(word));
    return [...inBytes, ...inName];
  });
}

async function fillWithMarkers(office: TestOffice): Promise<string> {
  const { user: _user, office: _office, recovery: _r, passphrase: _p, languages, phone, ...texts } = MARKERS;
  const details = newDetails({
    ...texts,
    languages: [languages],
    phone,
    emergencyPhone: phone,
    paperKind: "other",
  });
  const id = v7();
  await office.must("membership.registerMember", { id, details, confirmedNotDuplicate: true });
  await office.must("membership.updateMember", {
    id,
    details: { ...details, notes: `${MARKERS.notes} bis` },
  });
  await office.must("access.addUser", {
    id: v7(),
    name: MARKERS.user,
    login: "marqueuse",
    role: "secretary",
    passphrase: MARKERS.passphrase,
  });
  await office.must("cards.sellTerm", {
    id: v7(),
    memberId: id,
    method: "wave",
    reference: MARKERS.paperNumber,
    price: 2_500,
  });
  await office.must("membership.listMembers", {
    filter: { ...NO_FILTER, text: `${MARKERS.surname} ${MARKERS.phone}` },
    sort: "locality",
    descending: true,
    offset: 0,
    limit: 500,
  });
  await office.must("membership.exportList", { filter: NO_FILTER, format: "xlsx" });
  await office.must("cards.print", { who: "notPrintedYet", layout: "sheet" });
  await office.must("imports.run", {
    fileName: `${MARKERS.surname}.csv`,
    bytes: new TextEncoder().encode(
      `Nom;Prénom;Date de naissance\n${MARKERS.surname};${MARKERS.firstNames};03/04/1988\n`,
    ),
    columns: null,
    accept: "all",
  });
  return id;
}

/** A defect whose message would hold a row. */
async function provokeDefect(office: TestOffice, id: string): Promise<void> {
  const { connection } = office.call.office;
  const update = connection.prepare("UPDATE member SET languages = ? WHERE id = ?");
  const whole = connection.prepare("SELECT languages FROM member WHERE id = ?").pluck().get(id);
  update.run(`${MARKERS.surname} is not JSON`, id);
  const log = makeLog(office.dir, office.clock.now);
  const waiting = { progress: () => {}, breathe: async () => {} };
  const result = await dispatch(office.desk, { name: "membership.readMember", input: { id } }, waiting, log);
  expect(result).toMatchObject({ refusal: { code: "request.defect" } });
  update.run(whole, id);
}

describe("no name, note, phone, login or passphrase", () => {
  let office: TestOffice;
  let backup: string;
  let open: string[];
  let closed: string[];
  let openFiles: string[];

  beforeAll(async () => {
    office = await makeTestOffice({ shared: true, office: { name: MARKERS.office } });
    const id = await fillWithMarkers(office);
    await provokeDefect(office, id);
    await office.ask("access.signIn", { login: "marqueuse", passphrase: `${MARKERS.passphrase} fausse` });
    const folder = makeFolder();
    await office.must("office.backUp", { folder });
    backup = folder;
    open = findings(office.dir);
    openFiles = filesBelow(office.dir).map((path) => path.slice(office.dir.length + 1));
    office.close();
    closed = findings(office.dir);
  });

  test("is readable in any file of the data folder while the office is open", () => {
    expect(openFiles.sort()).toEqual([
      "danaya.db",
      "danaya.db-shm",
      "danaya.db-wal",
      "defects.log",
      "keyring.json",
      "lock",
      "tries.json",
    ]);
    expect(open).toEqual([]);
  });

  test("is readable in it once the office is closed", () => {
    expect(closed).toEqual([]);
  });

  test("is readable in a backup, nor in the names of its files", () => {
    expect(filesBelow(backup).length).toBe(2);
    expect(findings(backup)).toEqual([]);
  });

  test("would escape this search: it finds them in a text file", () => {
    const text = Buffer.from(`x${MARKERS.surname}`);
    const found = SEARCHED.filter(({ bytes }) => text.includes(bytes));
    const encoded = Buffer.from(Buffer.from(`xy${MARKERS.surname}zz`).toString("base64"));
    expect(found.length).toBeGreaterThan(0);
    expect(SEARCHED.some(({ bytes, how }) => how.includes("base 64") && encoded.includes(bytes))).toBe(true);
  });
});
