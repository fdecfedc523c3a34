import { beforeEach, describe, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { sealCard } from "../../../src/crypto/cardSeal.ts";
import { sealCertificate } from "../../../src/crypto/certificateSeal.ts";
import { systemRandom } from "../../../src/crypto/entropy.ts";
import { generateSigningKey, publicKeyOf, sshPublicKey } from "../../../src/crypto/signing.ts";
import { insertCardKey } from "../../../src/data/cards.ts";
import type { WriteDoor } from "../../../src/data/writeDoor.ts";
import { readCardSeed } from "../../../src/services/sync/keys.ts";
import { pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { takeIn } from "../../support/received.ts";
import { assess, attend, joinClass, makeClass, makeProgramme, TODAY } from "../literacy/classBook.ts";

let office: TestOffice;
let id: string;
let memberId: string;
let memberNumber: string;
const claim = { number: "KTL-D00001", issuedOn: TODAY };
beforeEach(async () => {
  office = await makeTestOffice();
  const { id: cohortId } = await makeClass(office, await makeProgramme(office));
  const learner = await joinClass(office, cohortId);
  memberId = learner.memberId;
  memberNumber = learner.number;
  await attend(office, cohortId, [learner.enrolmentId]);
  await assess(office, cohortId, "end", { [learner.enrolmentId]: 80 });
  const { learners } = await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
  id = learners[0]?.certificate?.id ?? "";
});

const sealed = (changes: Partial<typeof claim> = {}, seed = readCardSeed(office.call.office.reader)) =>
  sealCertificate({ ...claim, ...changes }, seed);
const check = (text: string) => office.must("cards.check", { text });
const write = (work: (door: WriteDoor) => void) =>
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => accept(work(door)));

test("a card's code and any other text are no certificate", async () => {
  const card = sealCard({ number: "KTL-00001-6", issue: 1, validUntil: TODAY }, new Uint8Array(32).fill(7));
  expect(await check(card)).toMatchObject({ verdict: "forged", certificate: null });
  for (const text of ["", "DNC1:KTL-D00001:20261123:AAAA", sealed().replace("20261123", "20260230")])
    expect(await check(text)).toMatchObject({ verdict: "unreadable", number: null, certificate: null });
});

describe("a certificate's code, on the same page as a card's", () => {
  test("of this office is genuine, and says what it is and whose", async () => {
    expect(await check(sealed())).toMatchObject({
      ...{ verdict: "valid", number: claim.number, issue: null, validUntil: null },
      certificate: { issuedOn: TODAY, programmeName: "Lire au marché" },
      member: { id: memberId, surname: "Doumbia" },
    });
  });

  test("is read as a scanner types it, and stays genuine for years", async () => {
    office.clock.set("2036-11-23T08:00:00.000Z");
    expect((await check(` ${sealed().toLowerCase()}\n`)).verdict).toBe("valid");
  });

  test("with a changed number or day, another key's signature, or of one that was never given is forged", async () => {
    const forged = [
      sealed().replace("D00001", "D00002"),
      sealed().replace("20261123", "20251123"),
      sealed({}, generateSigningKey(systemRandom)),
      sealed({ number: "KTL-D00009" }),
      sealed({ issuedOn: "2025-11-23" }),
    ];
    for (const text of forged) {
      const answer = await check(text);
      expect(answer).toMatchObject({ verdict: "forged", member: null, certificate: { programmeName: null } });
    }
  });

  test("of one that the office took back says so", async () => {
    write((door) => door.update("certificate", id, { voided: 1 }));
    expect((await check(sealed())).verdict).toBe("withdrawn");
  });

  test("of a woman who was erased stays genuine and shows nobody", async () => {
    await office.must("membership.eraseMember", { id: memberId, number: memberNumber });
    expect(await check(sealed())).toMatchObject({ verdict: "valid", member: null });
  });

  test("of an office whose key is not known is told apart, and is genuine by its seal once it is", async () => {
    const seed = generateSigningKey(systemRandom);
    const text = sealed({ number: "MPT-D00007" }, seed);
    expect((await check(text)).verdict).toBe("unknownOffice");
    write((door) => insertCardKey(door, "MPT", sshPublicKey(publicKeyOf(seed))));
    expect(await check(text)).toMatchObject({
      ...{ verdict: "valid", number: "MPT-D00007", member: null },
      certificate: { issuedOn: TODAY, programmeName: null },
    });
    // Another office's key seals nothing of this one.
    expect((await check(sealed({}, seed))).verdict).toBe("forged");
  });
});

test("headquarters says of an office's certificate what it is, from its copies", async () => {
  const text = sealed();
  const bamako = await makeTestOffice({ office: { code: "BKO", name: "Bamako", headquarters: true } });
  const key = sshPublicKey(publicKeyOf(readCardSeed(office.call.office.reader)));
  bamako.call.office.write(bamako.call.user.id, bamako.clock.now(), (door) =>
    accept(insertCardKey(door, "KTL", key)),
  );
  expect(await bamako.must("cards.check", { text })).toMatchObject({
    ...{ verdict: "valid", member: null },
    certificate: { programmeName: null },
  });
  takeIn(bamako, office);
  expect(await bamako.must("cards.check", { text })).toMatchObject({
    ...{ verdict: "valid", member: { id: memberId, office: "KTL" } },
    certificate: { issuedOn: TODAY, programmeName: "Lire au marché" },
  });
  write((door) => door.update("certificate", id, { voided: 1 }));
  takeIn(bamako, office);
  expect((await bamako.must("cards.check", { text })).verdict).toBe("withdrawn");
  // Its seal is the office's own: headquarters prints none of it.
  expect(await bamako.refused("literacy.printCertificates", { ids: [id] })).toBe(
    refusal("literacy.certificateUnknown", "ids.0"),
  );
  const span = { from: "2026-11-01", to: "2026-11-30", office: "all" } as const;
  const figures = await bamako.must("literacy.printFigures", span);
  expect(figures.fileName).toBe("BKO-classes-national-2026-11-01-2026-11-30.pdf");
  const words = pdfText(figures.bytes);
  for (const part of ["Tous les bureaux", "Bureau par bureau", "KTL 1 100 % 0 1 1 12 h"])
    expect(words).toContain(part);
});
