import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { MemberDetails } from "../../../src/contract/membership.ts";
import { makeTestOffice, TODAY } from "../../support/office.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";

const request = (changes: Partial<MemberDetails> = {}, confirmedNotDuplicate = false) => ({
  id: v7(),
  details: newDetails(changes),
  confirmedNotDuplicate,
});

describe("registering a woman", () => {
  test("gives her the next number, without gaps, and keeps what was written", async () => {
    const office = await makeTestOffice();
    const details = newDetails({
      surname: "Traoré",
      firstNames: "Djénéba Yɛlɛn",
      alsoKnownAs: "La Grande",
      birth: { kind: "estimated", year: 1980 },
      nationality: "CI",
      languages: ["bamanankan", "dioula"],
      workSetting: "closedHouse",
      childrenInCare: 0,
      literacy: "some",
      emergencyName: "Mariam",
      emergencyRelation: "sœur",
      paperKind: "nina",
      paperNumber: "1 80 03 2 101 012 X",
      consentOn: TODAY,
      consentSigned: true,
      notes: "Préfère le matin.\nA deux filles.",
    });
    const id = v7();
    const { member } = await office.must("membership.registerMember", {
      id,
      details,
      confirmedNotDuplicate: false,
    });
    expect(member).toMatchObject({ ...details, number: "KTL-00001-6", status: "new", paidUntil: null });
    expect((await register(office)).member.number.slice(0, 9)).toBe("KTL-00002");
    expect((await office.must("membership.readMember", { id })).member).toEqual(member);
  });

  test("twice by the same request (a double click) makes one record and takes one number", async () => {
    const office = await makeTestOffice();
    const about = request();
    const first = await office.must("membership.registerMember", about);
    expect(await office.must("membership.registerMember", about)).toEqual(first);
    expect((await office.must("office.checkUp", {})).members).toBe(1);
    expect((await register(office)).member.number.slice(0, 9)).toBe("KTL-00002");
  });

  test.each([
    ["76 12 34 56", "+22376123456"],
    ["+225 07 08 09 10 11", "+2250708091011"],
    ["00223 66.01.02.03", "+22366010203"],
    ["", ""],
  ])("stores the phone « %s » as %s", async (typed, stored) => {
    const office = await makeTestOffice();
    const { member } = await register(office, { phone: typed, emergencyPhone: typed });
    expect([member.phone, member.emergencyPhone]).toEqual([stored, stored]);
  });

  test.each<[string, Partial<MemberDetails>, string]>([
    ["a girl of seventeen", { birth: { kind: "exact", on: "2008-11-24" } }, "member.minor @ birth"],
    ["a girl by her year of birth", { birth: { kind: "year", year: 2009 } }, "member.minor @ birth"],
    ["a birth to come", { birth: { kind: "exact", on: "2027-01-01" } }, "member.birthInFuture @ birth"],
    ["a birth too long ago", { birth: { kind: "year", year: 1901 } }, "member.birthTooOld @ birth"],
    ["a phone of too few digits", { phone: "7612345" }, "member.phoneInvalid @ phone"],
    ["a phone of letters", { phone: "demander" }, "member.phoneInvalid @ phone"],
    ["an emergency phone that is none", { emergencyPhone: "12" }, "member.phoneInvalid @ emergencyPhone"],
    ["a consent to come", { consentOn: "2026-11-24" }, "member.consentInFuture @ consentOn"],
    ["a membership to come", { joinedOn: "2026-11-24" }, "member.joinedInFuture @ joinedOn"],
    ["a membership before birth", { joinedOn: "1990-05-13" }, "member.joinedBeforeBirth @ joinedOn"],
  ])("refuses %s at its field, and no number is lost", async (_, changes, refused) => {
    const office = await makeTestOffice();
    expect(await office.refused("membership.registerMember", request(changes))).toBe(refused);
    expect((await register(office)).member.number).toBe("KTL-00001-6");
  });

  test("takes a woman of eighteen today, and one born that year when only the year is known", async () => {
    const office = await makeTestOffice();
    await register(office, { birth: { kind: "exact", on: "2008-11-23" } });
    await register(office, { birth: { kind: "year", year: 2008 } });
    await register(office, { birth: null });
  });
});

describe("a woman who may be a member already", () => {
  test("is asked about before she is registered a second time, and registered once it was looked at", async () => {
    const office = await makeTestOffice();
    const first = await register(office, { surname: "Traoré", firstNames: "Aminata", phone: "76 12 34 56" });
    const again = request({ surname: "TRAORE", firstNames: "Aminata", phone: "+223 76123456" });
    expect(await office.ask("membership.registerMember", again)).toMatchObject({
      refusal: { code: "member.likelyDuplicate", field: "surname", values: { number: first.member.number } },
    });
    await office.must("membership.registerMember", { ...again, confirmedNotDuplicate: true });
  });

  test("is suggested while her name is typed, the likeliest first, and not against herself", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office, { surname: "Coulibaly", firstNames: "Fatoumata" });
    await register(office, { surname: "Keïta", firstNames: "Rokia", birth: { kind: "year", year: 1970 } });
    const typed = {
      surname: "koulibali",
      firstNames: "fatoumata",
      birth: { kind: "exact", on: "1990-05-14" },
      phone: "",
      exceptId: null,
    } as const;
    const [likeliest] = await office.must("membership.suggestDuplicates", typed);
    expect(likeliest?.member.id).toBe(member.id);
    expect(likeliest?.reasons.length).toBeGreaterThan(0);
    expect(await office.must("membership.suggestDuplicates", { ...typed, exceptId: member.id })).toEqual([]);
  });

  test("is suggested by the phone alone", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office, { phone: "66778899" });
    const found = await office.must("membership.suggestDuplicates", {
      surname: "Autre",
      firstNames: "Toute",
      birth: null,
      phone: "66 77 88 99",
      exceptId: null,
    });
    expect(found.map(({ member: { id } }) => id)).toEqual([member.id]);
    expect(found[0]?.reasons).toContain("samePhone");
  });
});

describe("changing a record", () => {
  test("keeps its history: who, when and which fields, never the values", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office);
    office.clock.move({ days: 2 });
    const details = newDetails({ locality: "Bougoula", birth: { kind: "year", year: 1991 }, notes: "x" });
    const file = await office.must("membership.updateMember", { id: member.id, details });
    expect(
      file.history.map(({ op, fields, by, at }) => ({ op, fields: [...fields].sort(), by, at })),
    ).toEqual([
      {
        op: "update",
        fields: ["birth", "locality", "notes"],
        by: "Awa Sissoko",
        at: "2026-11-25T08:15:00.000Z",
      },
      { op: "insert", fields: [], by: "Awa Sissoko", at: "2026-11-23T08:15:00.000Z" },
    ]);
  });

  test("to what it is already writes nothing", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office, { phone: "76123456" });
    const file = await office.must("membership.updateMember", {
      id: member.id,
      details: newDetails({ phone: "76 12 34 56" }),
    });
    expect(file.history).toHaveLength(1);
  });

  test("changes how she is found", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office, { surname: "Ancien" });
    await office.must("membership.updateMember", {
      id: member.id,
      details: newDetails({ surname: "Nouveau" }),
    });
    const search = async (text: string) =>
      (
        await office.must("membership.listMembers", {
          filter: { ...NO_FILTER, text },
          sort: "name",
          descending: false,
          offset: 0,
          limit: 5,
        })
      ).total;
    expect([await search("ancien"), await search("nouveau")]).toEqual([0, 1]);
  });

  test("is held to the same rules as a new one", async () => {
    const office = await makeTestOffice();
    const { id } = (await register(office)).member;
    const details = newDetails({ birth: { kind: "year", year: 2012 } });
    expect(await office.refused("membership.updateMember", { id, details })).toBe("member.minor @ birth");
    expect(await office.refused("membership.updateMember", { id: v7(), details: newDetails() })).toBe(
      "member.notFound @ id",
    );
  });
});

describe("a departure", () => {
  test("shows from its day on, and is voided when she comes back; her terms stay", async () => {
    const office = await makeTestOffice();
    const { id } = (await register(office)).member;
    await office.must("cards.sellTerm", {
      id: v7(),
      memberId: id,
      method: "cash",
      reference: "",
      price: 2_500,
    });
    const left = await office.must("membership.recordDeparture", {
      id,
      on: "2026-11-20",
      reason: "stoppedWork",
    });
    expect(left.member).toMatchObject({ status: "left", leftOn: "2026-11-20", leftReason: "stoppedWork" });
    expect(await office.refused("membership.recordDeparture", { id, on: TODAY, reason: "moved" })).toBe(
      "member.alreadyLeft @ on",
    );
    const back = await office.must("membership.reinstate", { id });
    expect(back.member).toMatchObject({ status: "current", leftOn: null, leftReason: null });
    expect(back.terms).toHaveLength(1);
    expect(back.history[0]?.fields.sort()).toEqual(["leftOn", "leftReason"]);
    expect(await office.refused("membership.reinstate", { id })).toBe("member.notLeft");
  });

  test("by death is shown as such", async () => {
    const office = await makeTestOffice();
    const { id } = (await register(office)).member;
    const file = await office.must("membership.recordDeparture", { id, on: TODAY, reason: "deceased" });
    expect(file.member.status).toBe("deceased");
  });

  test("is refused before she joined and before it happens", async () => {
    const office = await makeTestOffice();
    const { id } = (await register(office, { joinedOn: "2026-11-02" })).member;
    expect(
      await office.refused("membership.recordDeparture", { id, on: "2026-11-01", reason: "moved" }),
    ).toBe("member.leftBeforeJoined @ on");
    expect(
      await office.refused("membership.recordDeparture", { id, on: "2026-11-24", reason: "moved" }),
    ).toBe("member.leftInFuture @ on");
  });
});
