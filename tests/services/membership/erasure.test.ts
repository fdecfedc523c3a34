import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { MemberDetails } from "../../../src/contract/membership.ts";
import { AWA, makeFolder, makeTestOffice, openDesk, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";

const HER: Partial<MemberDetails> = {
  surname: "Effaçable",
  firstNames: "Ɲɛlɛni",
  alsoKnownAs: "Zorotchi",
  locality: "Quartiereffacé",
  phone: "66774411",
  emergencyName: "Tanteffacée",
  emergencyPhone: "66774422",
  emergencyRelation: "marraineffacée",
  paperKind: "passport",
  paperNumber: "EFF4471",
  nationality: "Effaçonie",
  languages: ["effaçois"],
  notes: "noteffacée du 3 mars",
  workSetting: "bar",
};

const TRACES = [
  "Effaçable",
  "effacable",
  "Ɲɛlɛni",
  "neleni",
  "orotchi",
  "Quartiereff",
  "66774411",
  "Tanteff",
  "66774422",
  "marraineff",
  "EFF4471",
  "Effaçonie",
  "effaçois",
  "noteff",
];

/** The database as it is once decrypted, page by page, free pages and search index included. */
function tracesIn(office: TestOffice): string[] {
  const bytes = office.call.office.connection.serialize();
  return TRACES.filter((trace) => bytes.includes(trace));
}

async function makeHer(office: TestOffice) {
  const { member } = await register(office, HER);
  await office.must("membership.setPhoto", { id: member.id, jpeg: makeJpeg(350, 450, 300, 0x5e) });
  await office.must("membership.setPhoto", { id: member.id, jpeg: makeJpeg(350, 450, 300, 0x5f) });
  const details = newDetails({ ...HER, notes: `${HER.notes} et du 4` });
  await office.must("membership.updateMember", { id: member.id, details });
  await office.must("cards.sellTerm", {
    id: v7(),
    memberId: member.id,
    method: "cash",
    reference: "",
    price: 2_500,
  });
  return member;
}

describe("a woman who asks to be forgotten", () => {
  test("is erased from records, journal, search and free pages; counts, francs and the chain stay", async () => {
    const office = await makeTestOffice();
    for (let index = 0; index < 60; index += 1) await register(office, { surname: `Voisine${index}` });
    const member = await makeHer(office);
    const other = (await register(office, { ...HER, languages: [], alsoKnownAs: "" })).member;
    await office.must("membership.mergeMembers", { keepId: member.id, mergeId: other.id });
    const before = await office.must("office.checkUp", {});
    expect(tracesIn(office)).toEqual(TRACES);

    const file = await office.must("membership.eraseMember", { id: member.id, number: member.number });
    expect(file.member).toMatchObject({
      number: member.number,
      surname: "",
      firstNames: "",
      phone: "",
      notes: "",
      photoSha256: null,
      erased: true,
      joinedOn: member.joinedOn,
    });
    expect(file.terms).toHaveLength(1);

    expect(tracesIn(office)).toEqual([]);
    const { reader } = office.call.office;
    for (const row of reader.all("SELECT * FROM journal"))
      expect(TRACES.filter((trace) => JSON.stringify(row).includes(trace))).toEqual([]);
    expect(reader.number("SELECT count(*) FROM photo")).toBe(0);
    expect(reader.number("SELECT count(*) FROM member_key WHERE member_id = @id", { id: member.id })).toBe(0);

    const after = await office.must("office.checkUp", {});
    expect(after.faults).toEqual([]);
    expect(after.vouchers).toBe(before.vouchers);
    expect(after.entries).toBeGreaterThan(before.entries);
  });

  test("is in no list and no search any more, and her record cannot be changed", async () => {
    const office = await makeTestOffice();
    const member = await makeHer(office);
    await office.must("membership.eraseMember", { id: member.id, number: member.number });
    for (const text of ["", "effacable", member.number, "66774411"]) {
      const found = await office.must("membership.listMembers", {
        filter: { ...NO_FILTER, text },
        sort: "name",
        descending: false,
        offset: 0,
        limit: 5,
      });
      expect(found).toEqual({ rows: [], total: 0 });
    }
    expect(await office.refused("membership.updateMember", { id: member.id, details: newDetails() })).toBe(
      "member.erased @ id",
    );
    expect(await office.refused("membership.eraseMember", { id: member.id, number: member.number })).toBe(
      "member.erased @ id",
    );
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 0, allValid: 0 });
    await office.must("membership.readMember", { id: member.id });
  });

  test("is erased only under her own number, typed by the person who does it, and it is noted", async () => {
    const office = await makeTestOffice();
    const member = await makeHer(office);
    const number = (await register(office)).member.number;
    expect(await office.refused("membership.eraseMember", { id: member.id, number })).toBe(
      "member.numberMismatch @ number",
    );
    await office.must("membership.eraseMember", { id: member.id, number: member.number });
    const [latest] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(latest).toMatchObject({ action: "erase", reference: member.number });
  });

  test("is not brought back by a backup made afterwards, nor by opening the office again", async () => {
    const office = await makeTestOffice();
    const member = await makeHer(office);
    await office.must("membership.eraseMember", { id: member.id, number: member.number });
    const { path } = await office.must("office.backUp", { folder: makeFolder() });
    const copy = openDesk(path);
    await copy.must("access.signIn", AWA);
    expect(tracesIn(copy)).toEqual([]);
    copy.close();
  });
});
