import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  attend,
  CASH,
  cohortDetails,
  FIRST,
  HELD,
  joinClass,
  makeClass,
  makeProgramme,
  makeTrainer,
  saveSessions,
  session,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let programmeId: string;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  programmeId = await makeProgramme(office);
});
afterAll(() => office.close());

/** Francs in the cash book of these accounts: in, out. */
const booked = () =>
  office.call.office.reader
    .all("SELECT account, direction, amount, member_id, project, words FROM voucher ORDER BY rowid")
    .map((row) => ({ ...row }));

describe("a class fee", () => {
  test("is paid in parts up to what it is, each a voucher, the same request once", async () => {
    const project = { code: "P-UE", name: "Alphabétisation", donor: "", startsOn: null, endsOn: null };
    expect(
      await office.refused("literacy.saveCohort", {
        id: v7(),
        details: cohortDetails(programmeId, { project: "P-UE" }),
      }),
    ).toBe(refusal("cashbook.projectUnknown", "details.project"));
    await office.must("cashbook.saveProject", { id: v7(), ...project, active: true });
    const { id, number } = await makeClass(office, programmeId, { fee: 3_000, project: "P-UE" });
    const { enrolmentId, memberId } = await joinClass(office, id);
    const input = { id: v7(), enrolmentId, amount: 1_000, ...CASH };
    const before = booked().length;
    const paid = await office.must("literacy.payFee", input);
    expect(await office.must("literacy.payFee", input)).toEqual(paid);
    expect(paid).toMatchObject({ voucherId: input.id, left: 2_000 });
    expect(booked().slice(before)).toEqual([
      {
        ...{ account: "classFee", direction: "in", amount: 1_000, member_id: memberId },
        ...{ project: "P-UE", words: number },
      },
    ]);
    const more = (changes: object) =>
      office.refused("literacy.payFee", { ...input, id: v7(), amount: 2_000, ...changes });
    expect(await more({ amount: 2_001 })).toBe(refusal("literacy.feeTooMuch", "amount"));
    expect(await more({ method: "wave" })).toBe(refusal("card.referenceMissing", "reference"));
    expect(await more({ enrolmentId: v7() })).toBe(refusal("literacy.enrolmentUnknown", "enrolmentId"));
    const other = await joinClass(office, id);
    expect(await more({ id: input.id, enrolmentId: other.enrolmentId })).toBe(
      refusal("request.invalid", "id"),
    );
    expect(await more({})).toBe("accepted");
    expect(await more({ amount: 1 })).toBe(refusal("literacy.feeTooMuch", "amount"));
    const { learners } = await office.must("literacy.cohort", { id });
    expect(learners.map(({ feePaid }) => feePaid)).toEqual([3_000, 0]);
    expect((await office.must("literacy.learner", { memberId })).stays).toMatchObject([
      { fee: 3_000, feePaid: 3_000 },
    ]);
  });

  test("of a class that asks for none is refused", async () => {
    const { id } = await makeClass(office, programmeId);
    const { enrolmentId } = await joinClass(office, id);
    expect(await office.refused("literacy.payFee", { id: v7(), enrolmentId, amount: 1, ...CASH })).toBe(
      refusal("literacy.feeTooMuch", "amount"),
    );
  });
});

describe("a trainer's allowance", () => {
  test("pays each session that she held once, up to a day, at the amount that the screen showed", async () => {
    const trainerId = await makeTrainer(office, "Assitan Kanté");
    const standIn = await makeTrainer(office, "Rokia Sidibé");
    const { id, number } = await makeClass(office, programmeId, { trainerId, allowance: 1_500 });
    await saveSessions(
      office,
      id,
      session(HELD[0] ?? ""),
      session(HELD[1] ?? "", {}, { trainerAbsent: true }),
      session(HELD[2] ?? "", {}, { trainerId: standIn }),
      session(HELD[3] ?? ""),
      session(HELD[4] ?? ""),
    );
    const due = (to: string, who = trainerId) =>
      office.must("literacy.allowanceDue", { cohortId: id, trainerId: who, to });
    expect(await due(TODAY)).toEqual({ sessions: 3, from: HELD[0], amount: 4_500 });
    expect(await due(TODAY, standIn)).toEqual({ sessions: 1, from: HELD[2], amount: 1_500 });
    expect(await due("2026-11-01")).toEqual({ sessions: 0, from: null, amount: 0 });
    const input = { id: v7(), cohortId: id, trainerId, to: HELD[3] ?? "", amount: 3_000, ...CASH };
    const refused = (changes: object) => office.refused("literacy.payAllowance", { ...input, ...changes });
    expect(await refused({ amount: 4_500 })).toBe(refusal("literacy.allowanceChanged", "amount"));
    expect(await refused({ trainerId: v7() })).toBe(refusal("literacy.trainerUnknown", "trainerId"));
    expect(await refused({ cohortId: v7() })).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused({ method: "bank" })).toBe(refusal("card.referenceMissing", "reference"));
    const before = booked().length;
    const file = await office.must("literacy.payAllowance", input);
    expect(await office.must("literacy.payAllowance", input)).toEqual(file);
    expect(booked().slice(before)).toMatchObject([
      { account: "trainerAllowance", direction: "out", amount: 3_000, member_id: null, words: number },
    ]);
    expect(file).toMatchObject({
      allowances: [{ sessions: 2, from: HELD[0], to: HELD[3], amount: 3_000, voided: false, trainerId }],
      allowanceDue: { sessions: 1, amount: 1_500 },
    });
    expect(await refused({ id: v7() })).toBe(refusal("literacy.allowanceNothing", "to"));
    const elsewhere = await makeClass(office, programmeId, { trainerId, allowance: 1_500 });
    expect(await refused({ cohortId: elsewhere.id })).toBe(refusal("request.invalid", "id"));
  });

  test("is hers who taught, also once the class has another trainer", async () => {
    const first = await makeTrainer(office, "Première");
    const second = await makeTrainer(office, "Seconde");
    const { id, details } = await makeClass(office, programmeId, { trainerId: first, allowance: 1_000 });
    const { enrolmentId } = await joinClass(office, id);
    await attend(office, id, [enrolmentId], { days: HELD.slice(0, 3) });
    await office.must("literacy.saveCohort", { id, details: { ...details, trainerId: second } });
    const due = async (trainerId: string) =>
      (await office.must("literacy.allowanceDue", { cohortId: id, trainerId, to: TODAY })).sessions;
    expect([await due(first), await due(second)]).toEqual([3, 0]);
  });
});

describe("materials", () => {
  test("are noted for the class or one learner, and taken back once", async () => {
    const { id } = await makeClass(office, programmeId);
    const { enrolmentId } = await joinClass(office, id);
    const input = {
      ...{ id: v7(), cohortId: id, enrolmentId: null, item: "Ardoise", quantity: 25, onDay: FIRST },
    };
    const file = await office.must("literacy.handOut", input);
    expect(await office.must("literacy.handOut", input)).toEqual(file);
    expect(file.materials).toEqual([{ ...input, voided: false }]);
    const refused = (changes: object) =>
      office.refused("literacy.handOut", { ...input, id: v7(), ...changes });
    expect(await refused({ cohortId: v7() })).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused({ onDay: "2026-11-24" })).toBe(refusal("literacy.dayInFuture", "onDay"));
    expect(await refused({ enrolmentId: v7() })).toBe(refusal("literacy.enrolmentUnknown", "enrolmentId"));
    expect(await refused({ enrolmentId, item: "Cahier", quantity: 1 })).toBe("accepted");
    const other = await makeClass(office, programmeId);
    expect(await refused({ id: input.id, cohortId: other.id })).toBe(refusal("request.invalid", "id"));
    const after = await office.must("literacy.voidHandOut", { id: input.id });
    expect(after.materials.map(({ item, voided }) => [item, voided])).toEqual([
      ["Ardoise", true],
      ["Cahier", false],
    ]);
    for (const id of [input.id, v7()])
      expect(await office.refused("literacy.voidHandOut", { id })).toBe(
        refusal("literacy.handOutUnknown", "id"),
      );
  });
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});

describe("a fee that was paid", () => {
  test("follows its woman when she comes back and when she goes on in another class", async () => {
    const { id } = await makeClass(office, programmeId, { fee: 3_000 });
    const { id: dearer } = await makeClass(office, programmeId, { fee: 5_000, name: "Hamdallaye" });
    const { enrolmentId: first, memberId } = await joinClass(office, id, { surname: "Konté" });
    const pay = (enrolmentId: string, amount: number) =>
      office.must("literacy.payFee", { id: v7(), enrolmentId, amount, ...CASH });
    await pay(first, 2_000);
    await office.must("literacy.leave", { id: first, on: "2026-11-09", reason: "illness" });
    const [second, third] = [v7(), v7()];
    await office.must("literacy.comeBack", { id: first, newId: second, on: "2026-11-12" });
    const fees = async () =>
      (await office.must("literacy.learner", { memberId })).stays.map(({ feePaid, feeLeft }) => [
        feePaid,
        feeLeft,
      ]);
    expect(await fees()).toEqual([
      [2_000, 0],
      [2_000, 1_000],
    ]);
    expect((await pay(second, 1_000)).left).toBe(0);
    await office.must("literacy.move", { id: second, newId: third, cohortId: dearer, on: "2026-11-19" });
    expect(await fees()).toEqual([
      [2_000, 0],
      [3_000, 0],
      [3_000, 2_000],
    ]);
    expect(
      await office.refused("literacy.payFee", { id: v7(), enrolmentId: third, amount: 2_001, ...CASH }),
    ).toBe(refusal("literacy.feeTooMuch", "amount"));
  });
});

describe("a voucher of the classes that is taken back", () => {
  const reverse = (voucherId: string) =>
    office.must("cashbook.reverse", { id: v7(), voucherId, reason: "Saisie par erreur" });

  test("leaves the fee to be paid again", async () => {
    const { id } = await makeClass(office, programmeId, { fee: 3_000 });
    const { enrolmentId } = await joinClass(office, id, { surname: "Tangara" });
    const { voucherId } = await office.must("literacy.payFee", {
      ...{ id: v7(), enrolmentId, amount: 3_000, ...CASH },
    });
    await reverse(voucherId);
    const { learners } = await office.must("literacy.cohort", { id });
    expect(learners.map(({ feePaid }) => feePaid)).toEqual([0]);
    const again = await office.must("literacy.payFee", { id: v7(), enrolmentId, amount: 3_000, ...CASH });
    expect(again.left).toBe(0);
  });

  test("leaves the trainer's sessions to be paid again", async () => {
    const trainerId = await makeTrainer(office, "Assitan Keïta");
    const { id } = await makeClass(office, programmeId, { allowance: 2_000, trainerId });
    const { enrolmentId } = await joinClass(office, id, { surname: "Sacko" });
    await attend(office, id, [enrolmentId], { days: HELD.slice(0, 2) });
    const voucherId = v7();
    const pay = { cohortId: id, trainerId, to: TODAY, amount: 4_000, ...CASH };
    await office.must("literacy.payAllowance", { id: voucherId, ...pay });
    await reverse(voucherId);
    const { allowanceDue, allowances } = await office.must("literacy.cohort", { id });
    expect(allowanceDue).toEqual({ sessions: 2, amount: 4_000 });
    expect(allowances.map(({ voided }) => voided)).toEqual([true]);
    await office.must("literacy.payAllowance", { id: v7(), ...pay });
  });
});
