import { v7 } from "uuid";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  answerTo,
  enrol,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeEnrolled,
  makeHeadquarters,
  receive as receiveStick,
  send,
} from "../../support/roundTrip.ts";
import { leaveNoFolders } from "../sync/headquarters.ts";
import { balance, closeMonth, EVER, ledger, openBox, receive, record, voucher } from "./book.ts";

afterAll(leaveNoFolders);

let hq: TestOffice;
let office: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  office = await makeAntenna(KOUTIALA);
  await enrol(hq, office, KOUTIALA);
});

const bring = async () => receiveStick(hq, await send(office));
const states = async (of: TestOffice, code?: string) =>
  (await of.must("cashbook.months", code === undefined ? {} : { office: code })).map(
    ({ month, state }) => `${month} ${state}`,
  );

async function work(): Promise<void> {
  await office.must("cashbook.recordOpening", {
    ...{ id: v7(), till: "cash", amount: 60_000, datedOn: "2026-09-01" },
  });
  const box = await openBox(office);
  const to = { from: "cash", to: box, amount: 10_000, datedOn: "2026-09-12", words: "", reference: "" };
  await office.must("cashbook.transfer", { id: v7(), inId: v7(), ...to });
  await record(office, { datedOn: "2026-10-03", payee: "Papeterie", amount: 7_000 });
  await receive(office, 25_000, { till: "orangeMoney", datedOn: "2026-10-05", reference: "OM-1" });
}

/** What headquarters shows of an office, without the names of its people, which do not travel. */
const withoutPeople = <T extends object>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, recordedBy: "", closedBy: "", countedBy: "" }));

describe("headquarters", () => {
  test("sees an office's places, months, ledger, counts and budget as the office does", async () => {
    await work();
    await closeMonth(office, "2026-09");
    await office.must("cashbook.count", {
      ...{ id: v7(), voucherId: v7(), till: "orangeMoney", pieces: [], statement: 24_500 },
      ...{ expected: 25_000, reason: "Frais de l’opérateur" },
    });
    const plan = { id: v7(), year: 2026, account: "supplies", project: null, amount: 90_000, note: "" };
    await office.must("cashbook.saveBudgetLine", plan);
    await bring();
    const code = { office: "KTL" };
    expect(await hq.must("cashbook.tills", code)).toEqual(await office.must("cashbook.tills", {}));
    expect(withoutPeople(await hq.must("cashbook.months", code))).toEqual(
      withoutPeople(await office.must("cashbook.months", {})),
    );
    expect(withoutPeople(await hq.must("cashbook.counts", { ...EVER, ...code }))).toEqual(
      withoutPeople(await office.must("cashbook.counts", EVER)),
    );
    const asked = { year: 2026, on: "2026-11-23", project: null };
    expect(await hq.must("cashbook.budget", { ...asked, ...code })).toEqual(
      await office.must("cashbook.budget", asked),
    );
    for (const till of [null, "cash"]) {
      const [there, here] = [await ledger(hq, { ...code, till }), await ledger(office, { till })];
      expect({ ...there, rows: withoutPeople(there.rows) }).toEqual({
        ...here,
        rows: withoutPeople(here.rows),
      });
    }
    for (const month of ["2026-09", "2026-10"]) {
      const [there, here] = [
        await hq.must("cashbook.month", { month, ...code }),
        await office.must("cashbook.month", { month }),
      ];
      const { warnings: _, ...told } = { ...here, closedBy: "" };
      expect(there).toMatchObject(told);
    }
  });

  test("sees all offices one after the other, its own branch included, and each alone", async () => {
    const mopti = await makeEnrolled(hq, MOPTI);
    await work();
    await bring();
    await record(mopti, { amount: 1_000 });
    await receiveStick(hq, await send(mopti));
    await receive(hq, 500);
    const tills = await hq.must("cashbook.tills", { office: "all" });
    const held = tills.filter((till) => till.balance !== 0);
    expect(held.map((till) => [till.office, till.kind, till.balance])).toEqual([
      ["BKO", "cash", 500],
      ["KTL", "cash", 43_000],
      ["KTL", "orangeMoney", 25_000],
      ["KTL", "cash", 10_000],
      ["MPT", "cash", -1_000],
    ]);
    expect(await ledger(hq, { office: "all", till: "cash" })).toMatchObject({ total: 5, closing: 42_500 });
    expect(
      (await ledger(hq, { office: "all", till: "cash" })).rows.every((row) => row.balance === null),
    ).toBe(true);
    expect((await ledger(hq)).total).toBe(1);
    expect(await office.refused("cashbook.tills", { office: "all" })).toBe("headquarters.notHere @ office");
  });

  test("shows a voucher of an office without its papers, which stay there, and takes none of it back", async () => {
    const { id } = await record(office, { payee: "Papeterie" });
    await bring();
    expect(await hq.must("cashbook.voucher", { id })).toMatchObject({
      ...{ payee: "", photos: [], reversible: "undoneElsewhere", voucher: { office: "KTL", recordedBy: "" } },
    });
    const back = { id: v7(), voucherId: id, reason: "Pas à nous" };
    expect(await hq.refused("cashbook.reverse", back)).toBe("voucher.notFound @ voucherId");
  });

  test("keeps its own book like every office, before anything else was asked of its copies", async () => {
    const own = await makeHeadquarters();
    await receive(own, 9_000, { datedOn: "2026-10-03" });
    const { id } = await record(own, { datedOn: "2026-10-05" });
    await own.must("cashbook.addPhoto", { id, jpeg: makeJpeg(60, 80, 1) });
    expect(await closeMonth(own, "2026-10")).toMatchObject({ state: "closed", closedOn: "2026-11-23" });
    await own.must("cashbook.reverse", { id: v7(), voucherId: id, reason: "Saisi deux fois" });
    expect((await ledger(own, { office: "all" })).total).toBe(3);
  });

  test("exports any office's journal, with its places' own numbers", async () => {
    await work();
    await bring();
    const asked = { ...EVER, office: "KTL", format: "csv" } as const;
    const { bytes, fileName } = await hq.must("cashbook.exportJournal", asked);
    const here = await office.must("cashbook.exportJournal", { ...EVER, format: "csv" });
    expect(fileName).toBe("BKO-journal-KTL-2020-01-01-2039-12-31.csv");
    expect(Buffer.from(bytes).equals(here.bytes)).toBe(true);
  });
});

describe("headquarters' answer", () => {
  test("brings its chart and its projects, which hold in the office from then on", async () => {
    const account = {
      ...{ id: v7(), code: "market-fees", number: "6412", name: "Taxes de marché", nameEn: "Market fees" },
      ...{ side: "expense" as const, active: true },
    };
    await hq.must("cashbook.saveAccount", account);
    const project = {
      id: v7(),
      code: "EAU",
      name: "Eau",
      donor: "",
      startsOn: null,
      endsOn: null,
      active: true,
    };
    await hq.must("cashbook.saveProject", project);
    await office.must("cashbook.saveProject", { ...project, id: v7(), code: "PUITS" });
    await bring();
    await answerTo(hq, office);
    expect(await office.must("cashbook.chart", {})).toEqual(await hq.must("cashbook.chart", {}));
    const projects = await office.must("cashbook.projects", {});
    expect(projects.map(({ code, office: whose }) => [code, whose])).toEqual([
      ["EAU", "BKO"],
      ["PUITS", "KTL"],
    ]);
    await record(office, { account: "market-fees", project: "EAU" });
    expect(await office.refused("cashbook.saveProject", project)).toBe(
      "cashbook.projectOfHeadquarters @ code",
    );
    await hq.must("cashbook.saveAccount", { ...account, active: false });
    await hq.must("cashbook.saveProject", { ...project, active: false });
    await answerTo(hq, office);
    const late = voucher({ account: "market-fees" });
    expect(await office.refused("cashbook.record", late)).toBe("cashbook.accountClosed @ account");
    expect(await office.refused("cashbook.record", voucher({ project: "EAU" }))).toBe(
      "cashbook.projectUnknown @ project",
    );
  });

  test("opens a month again with all after it, once: closed anew it stays so", async () => {
    await work();
    for (const month of ["2026-09", "2026-10"]) await closeMonth(office, month);
    await bring();
    const input = { id: v7(), office: "KTL", month: "2026-09", reason: "Une pièce oubliée" };
    const told = await hq.must("cashbook.reopenMonth", input);
    expect(told.find(({ month }) => month === "2026-09")).toMatchObject({
      ...{ state: "closed", reopenReason: "Une pièce oubliée" },
    });
    await hq.must("cashbook.reopenMonth", { ...input, id: v7() });
    await answerTo(hq, office);
    expect(await states(office)).toEqual(["2026-11 running", "2026-10 reopened", "2026-09 reopened"]);
    const [, october, september] = await office.must("cashbook.months", {});
    expect([october?.reopenReason, september?.reopenReason]).toEqual([
      "Une pièce oubliée",
      "Une pièce oubliée",
    ]);
    await record(office, { datedOn: "2026-09-20", amount: 500 });
    for (const month of ["2026-09", "2026-10"]) await closeMonth(office, month);
    // An answer that was written before headquarters heard of it says the same again.
    await answerTo(hq, office);
    expect(await states(office)).toEqual(["2026-11 running", "2026-10 closed", "2026-09 closed"]);
    await bring();
    await answerTo(hq, office);
    expect(await states(hq, "KTL")).toEqual(["2026-11 running", "2026-10 closed", "2026-09 closed"]);
    expect(await states(office)).toEqual(["2026-11 running", "2026-10 closed", "2026-09 closed"]);
  });

  test("is not what headquarters' own month waits for; one that is not closed has nothing to open", async () => {
    await record(hq, { datedOn: "2026-10-03" });
    const own = { id: v7(), office: "BKO", month: "2026-10", reason: "Une pièce oubliée" };
    expect(await hq.refused("cashbook.reopenMonth", own)).toBe("cashbook.monthNotClosed @ month");
    expect(await hq.refused("cashbook.reopenMonth", { ...own, office: "KTL" })).toBe(
      "cashbook.monthNotClosed @ month",
    );
    await closeMonth(hq, "2026-10");
    await hq.must("cashbook.reopenMonth", own);
    expect(await hq.must("cashbook.reopenMonth", own)).toMatchObject([
      { month: "2026-11", state: "running" },
      { month: "2026-10", state: "reopened", reopenReason: "Une pièce oubliée" },
    ]);
    await record(hq, { datedOn: "2026-10-04" });
  });
});

describe("money that goes to Bamako", () => {
  const sending = () => ({
    ...{ id: v7(), from: "cash", amount: 45_000, datedOn: "2026-11-20", payee: "Le chauffeur du car" },
    ...{ words: "Cotisations d’octobre", reference: "" },
  });

  test("leaves the office by one voucher, waits at headquarters, and is booked there once, whole", async () => {
    await receive(office, 60_000, { datedOn: "2026-11-01" });
    const input = sending();
    const { voucher: sent } = await office.must("cashbook.remit", input);
    expect(await office.must("cashbook.remit", input)).toEqual({ voucher: sent });
    expect(sent).toMatchObject({ kind: "remittance", account: "remittanceSent", direction: "out" });
    expect((await office.must("cashbook.voucher", { id: sent.id })).payee).toBe("Le chauffeur du car");
    expect(await balance(office)).toBe(15_000);
    await bring();
    expect(await hq.must("cashbook.remittances", {})).toEqual([
      {
        ...{ voucherId: sent.id, office: "KTL", number: sent.number, datedOn: "2026-11-20", amount: 45_000 },
        ...{ method: "cash", reference: "", words: "Cotisations d’octobre" },
      },
    ]);
    expect(await hq.must("cashbook.tasks", {})).toMatchObject({ remittancesOpen: 1 });
    const { warnings } = await hq.must("cashbook.month", { month: "2026-11", office: "KTL" });
    expect(warnings).toContainEqual({
      ...{ code: "remittanceOpen", till: null },
      values: { office: "KTL", number: sent.number, amount: 45_000 },
    });
    const taking = { id: v7(), voucherId: sent.id, to: "bank", datedOn: "2026-11-23", reference: "B-7" };
    const { voucher: came } = await hq.must("cashbook.receiveRemittance", taking);
    expect(came).toMatchObject({
      ...{ amount: 45_000, till: "bank", pairId: sent.id },
      account: "remittanceReceived",
    });
    expect(await hq.must("cashbook.receiveRemittance", taking)).toEqual({ voucher: came });
    const twice = { ...taking, id: v7() };
    expect(await hq.refused("cashbook.receiveRemittance", twice)).toBe(
      "cashbook.remittanceReceived @ voucherId",
    );
    expect(await hq.must("cashbook.remittances", {})).toEqual([]);
    expect((await hq.must("cashbook.voucher", { id: came.id })).pair).toEqual({
      id: sent.id,
      number: sent.number,
    });
    expect((await hq.must("cashbook.voucher", { id: sent.id })).pair).toEqual({
      id: came.id,
      number: came.number,
    });
    await hq.must("cashbook.reverse", { id: v7(), voucherId: came.id, reason: "Mauvaise caisse" });
    expect(await hq.must("cashbook.remittances", {})).toHaveLength(1);
    await hq.must("cashbook.receiveRemittance", { ...twice, to: "cash" });
    expect([await balance(hq, "bank"), await balance(hq)]).toEqual([0, 45_000]);
  });

  test("that the office took back is nothing to receive, nor is what nobody sent", async () => {
    const { voucher: sent } = await office.must("cashbook.remit", sending());
    await office.must("cashbook.reverse", { id: v7(), voucherId: sent.id, reason: "Le car n’est pas parti" });
    await bring();
    expect(await hq.must("cashbook.remittances", {})).toEqual([]);
    const taking = { id: v7(), voucherId: sent.id, to: "cash", datedOn: "2026-11-23", reference: "" };
    for (const voucherId of [sent.id, v7()])
      expect(await hq.refused("cashbook.receiveRemittance", { ...taking, voucherId })).toBe(
        "cashbook.remittanceUnknown @ voucherId",
      );
  });

  test("goes from antennas only, and is received at headquarters only", async () => {
    expect(await hq.refused("cashbook.remit", sending())).toBe("cashbook.remitToItself @ from");
    expect(await office.refused("cashbook.remittances", {})).toBe("headquarters.notHere");
    const taking = { id: v7(), voucherId: v7(), to: "cash", datedOn: "2026-11-23", reference: "" };
    expect(await office.refused("cashbook.receiveRemittance", taking)).toBe("headquarters.notHere");
    expect(await office.refused("cashbook.remit", { ...sending(), from: v7() })).toBe(
      "cashbook.tillUnknown @ from",
    );
  });
});
