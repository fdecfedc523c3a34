import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfInfo, pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  assess,
  attend,
  joinClass,
  type Learner,
  makeClass,
  makeProgramme,
  seat,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let cohortId: string;
let good: Learner;
let weak: Learner;
beforeEach(async () => {
  office = await makeTestOffice();
  const settings = await office.must("office.readSettings", {});
  await office.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
  cohortId = (await makeClass(office, await makeProgramme(office))).id;
  good = await joinClass(office, cohortId, { surname: "Doumbia" });
  weak = await joinClass(office, cohortId, { surname: "Keïta" });
  await attend(office, cohortId, [good.enrolmentId, weak.enrolmentId]);
  await assess(office, cohortId, "end", { [good.enrolmentId]: 80, [weak.enrolmentId]: 20 });
});

async function certify() {
  const { learners } = await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
  const certificate = learners.find(({ enrolmentId }) => enrolmentId === good.enrolmentId)?.certificate;
  if (!certificate) throw new Error("she passed");
  return certificate;
}

const withdraw = (id: string) =>
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
    door.update("certificate", id, { voided: 1 });
    return accept(null);
  });

describe("the attendance sheet", () => {
  test("is printed for a week to come, by number and first names", async () => {
    const week = { from: "2026-11-23", to: "2026-11-29" };
    const paper = await office.must("literacy.printSheet", { cohortId, ...week });
    expect(paper.fileName).toBe("KTL-C00001-presences-2026-11-23.pdf");
    const text = pdfText(paper.bytes);
    for (const words of ["Lundi 23/11", "Jeudi 26/11", "16 h · 2 h", good.number, weak.number, "Fatoumata"])
      expect(text).toContain(words);
    for (const words of ["Doumbia", "Keïta"]) expect(text).not.toContain(words);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("is refused for days that run backwards, for too many of them, and for a class that nobody knows", async () => {
    const about = { cohortId, from: "2026-11-29", to: "2026-11-23" };
    expect(await office.refused("literacy.printSheet", about)).toBe(refusal("literacy.spanWrong", "to"));
    const long = { cohortId, from: "2020-01-01", to: "2026-11-23" };
    expect(await office.refused("literacy.printSheet", long)).toBe(refusal("literacy.spanTooLong", "to"));
    expect(await office.refused("literacy.printSheet", { ...about, cohortId: v7() })).toBe(
      refusal("literacy.cohortUnknown", "cohortId"),
    );
  });
});

describe("certificates", () => {
  test("are printed with name, programme and result, one a page", async () => {
    const { id } = await certify();
    const paper = await office.must("literacy.printCertificates", { ids: [id, id] });
    expect(paper.fileName).toBe("KTL-D00001-attestation.pdf");
    expect(pdfInfo(paper.bytes).pages).toBe(1);
    const text = pdfText(paper.bytes);
    for (const words of [
      "Association Yeelen",
      "Fatoumata Doumbia",
      "Lire au marché",
      "Débutant 28 h 80 %",
      "Fait à Koutiala, le 23 novembre 2026",
      "N° KTL-D00001",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("are printed together in the order of their numbers", async () => {
    const first = await certify();
    await assess(office, cohortId, "retake", { [weak.enrolmentId]: 90 });
    await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
    const given = await office.must("literacy.certificates", { from: TODAY, to: TODAY });
    const second = given.find(({ id }) => id !== first.id);
    const paper = await office.must("literacy.printCertificates", { ids: [second?.id ?? "", first.id] });
    expect(paper.fileName).toBe("KTL-attestations-2026-11-23.pdf");
    expect(pdfText(paper.bytes)).toMatch(/KTL-D00001.*KTL-D00002/);
  });

  test("are refused where they are unknown, were taken back, or the name is erased", async () => {
    const { id } = await certify();
    const unknown = { ids: [id, v7()] };
    expect(await office.refused("literacy.printCertificates", unknown)).toBe(
      refusal("literacy.certificateUnknown", "ids.1"),
    );
    await office.must("membership.eraseMember", { id: good.memberId, number: good.number });
    const refused = refusal("literacy.certificateUnknown", "ids.0");
    expect(await office.refused("literacy.printCertificates", { ids: [id] })).toBe(refused);
    withdraw(id);
    expect(await office.refused("literacy.printCertificates", { ids: [id] })).toBe(refused);
  });

  test("are not for a trainer to print", async () => {
    const { id } = await certify();
    await seat(office, await office.addPerson("trainer"));
    expect(await office.refused("literacy.printCertificates", { ids: [id] })).toBe(
      refusal("access.forbidden"),
    );
    await seat(office);
  });
});

test("the list of those who passed has them alone, with their certificates", async () => {
  const before = pdfText((await office.must("literacy.printPassed", { cohortId })).bytes);
  expect(before).toContain(`${good.number} Doumbia Fatoumata — 80 % — —`);
  await certify();
  const paper = await office.must("literacy.printPassed", { cohortId });
  expect(paper.fileName).toBe("KTL-C00001-reussites.pdf");
  const text = pdfText(paper.bytes);
  expect(text).toContain(`${good.number} Doumbia Fatoumata — 80 % KTL-D00001 23/11/2026`);
  expect(text).toContain("Réussites Évaluées 1 2");
  expect(text).not.toContain("Keïta");
});

describe("the figures", () => {
  test("are those of the screen, by class", async () => {
    const span = { from: "2026-11-01", to: "2026-12-31" };
    const paper = await office.must("literacy.printFigures", span);
    expect(paper.fileName).toBe("KTL-classes-2026-11-01-2026-12-31.pdf");
    const text = pdfText(paper.bytes);
    for (const words of [
      "Bureau de Koutiala · du 01/11/2026 au 31/12/2026",
      "Inscrites 2",
      "Présence 100 %",
      "Réussites 1 50 % des évaluées",
      "Heures faites 12 h",
      "11/2026 12/2026",
      "KTL-C00001 · Médina, le soir 2 100 % 0 2 1 12 h",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("are refused for other offices anywhere but at headquarters, and for days that run backwards", async () => {
    const span = { from: "2026-11-01", to: "2026-11-30" };
    expect(await office.refused("literacy.printFigures", { ...span, office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
    expect(await office.refused("literacy.printFigures", { from: span.to, to: span.from })).toBe(
      refusal("literacy.spanWrong", "to"),
    );
  });
});
