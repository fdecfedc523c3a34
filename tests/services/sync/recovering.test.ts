import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { eachEntry, readHashAt } from "../../../src/data/journal.ts";
import { ENTITY_NAMES, entityOf } from "../../../src/data/registry.ts";
import {
  AWA,
  expectHealthy,
  makeFolder,
  makeTestOffice,
  refusal,
  type TestOffice,
} from "../../support/office.ts";
import {
  answerTo,
  enrol,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { NO_FILTER, register } from "../../support/women.ts";
import { handSnapshot, lastOf } from "./handmade.ts";
import { fill, PHOTO, SECRETS, sellCard } from "./joined.ts";

let hq: TestOffice;
let lost: TestOffice;
let ids: { first: string; second: string };
beforeEach(async () => {
  hq = await makeHeadquarters();
  lost = await makeEnrolled(hq, KOUTIALA);
  ids = await fill(lost);
  const erased = (await register(lost, { surname: "Effacée" })).member;
  await lost.must("membership.eraseMember", { id: erased.id, number: erased.number });
  const twin = (await register(lost, { surname: SECRETS.otherSurname })).member;
  await lost.must("membership.mergeMembers", { keepId: ids.second, mergeId: twin.id });
  await receive(hq, await send(lost));
});

/** Who sits before the new laptop; her login is one that nobody had on the lost one. */
const BINTOU = { name: "Bintou Keïta", login: "bintou", role: "coordinator" } as const;

/** The laptop is lost: its key is revoked, a new one is made and joins. */
async function newLaptop(): Promise<TestOffice> {
  const { keys } = await hq.must("headquarters.office", { office: "KTL" });
  const fingerprint = keys.find(({ state }) => state === "current")?.fingerprint ?? "";
  await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
  const laptop = await makeTestOffice({
    office: { code: "KTL", name: "Koutiala bis", person: BINTOU },
  });
  await enrol(hq, laptop, KOUTIALA);
  return laptop;
}

async function answerFiles(): Promise<string[]> {
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  return filesIn(folder);
}

async function recover(laptop: TestOffice) {
  return laptop.must("sync.importAnswer", { files: await answerFiles() });
}

/** The shareable columns of every record, as the registry has them. */
function records(office: TestOffice, entities: readonly string[]): unknown {
  return ENTITY_NAMES.filter((name) => entities.includes(name)).map((name) => {
    const { table, shared } = entityOf(name);
    return office.call.office.reader.all(`SELECT ${shared.join(", ")} FROM ${table} ORDER BY id`);
  });
}

const OF_THE_OFFICE = ["office", "setting", "member", "voucher", "term", "card"];

describe("an office taken back from headquarters", () => {
  test("is the lost one again: its records, its photographs, its journal with every hash", async () => {
    const laptop = await newLaptop();
    const last = lastOf(lost);
    const report = await recover(laptop);
    expect(report).toMatchObject({ recovered: last, acknowledged: last, parting: null });
    expect(readHashAt(laptop.call.office.reader, last)).toBe(readHashAt(lost.call.office.reader, last));
    expect(records(laptop, OF_THE_OFFICE)).toEqual(records(lost, OF_THE_OFFICE));
    const file = await laptop.must("membership.readMember", { id: ids.first });
    expect(file.member).toMatchObject({ surname: SECRETS.surname, notes: "", workSetting: null });
    const { jpeg } = await laptop.must("membership.readPhoto", { sha256: file.member.photoSha256 ?? "" });
    expect(Buffer.from(jpeg).equals(PHOTO)).toBe(true);
    await expectHealthy(laptop.ask);
  });

  test("has its reports without their papers, numbers the next one after them, and may print one anew", async () => {
    lost.clock.set("2026-12-01T09:00:00.000Z");
    await lost.signIn();
    const key = { kind: "activity", project: null } as const;
    const issue = (office: TestOffice, period: string) =>
      office.must("reporting.issue", { ...key, period, id: v7() });
    await issue(lost, "2026-10");
    const { id } = await issue(lost, "2026-11");
    await receive(hq, await send(lost));
    const laptop = await newLaptop();
    await recover(laptop);
    laptop.clock.set("2026-12-02T09:00:00.000Z");
    await laptop.signIn({ login: BINTOU.login, passphrase: AWA.passphrase });
    const kept = async () =>
      (await laptop.must("reporting.reports", {})).map(({ number, kept: isKept, rectifiedBy }) => [
        number,
        isKept,
        rectifiedBy,
      ]);
    expect(await kept()).toEqual([
      ["KTL-R00002", false, null],
      ["KTL-R00001", false, null],
    ]);
    expect(await laptop.refused("reporting.print", { id })).toBe(refusal("reporting.paperElsewhere"));
    // Nothing has changed, but of the one that says so there is no paper.
    await issue(laptop, "2026-11");
    expect(await laptop.refused("reporting.issue", { ...key, period: "2026-11", id: v7() })).toBe(
      refusal("reporting.unchanged"),
    );
    expect(await kept()).toEqual([
      ["KTL-R00003", true, null],
      ["KTL-R00002", false, "KTL-R00003"],
      ["KTL-R00001", false, null],
    ]);
  });

  test("finds its members again, by name and by both numbers of a merged record", async () => {
    const laptop = await newLaptop();
    await recover(laptop);
    const find = (text: string) =>
      laptop.must("membership.listMembers", {
        filter: { ...NO_FILTER, text },
        sort: "name",
        descending: false,
        offset: 0,
        limit: 10,
      });
    const { member, mergedNumbers } = await laptop.must("membership.readMember", { id: ids.second });
    expect((await find("weremikan")).rows.map(({ number }) => number)).toEqual([member.number]);
    expect((await find(mergedNumbers[0] ?? "")).rows.map(({ number }) => number)).toEqual([member.number]);
    expect((await find("Effacée")).total).toBe(0);
    const about = {
      surname: SECRETS.otherSurname,
      firstNames: "Sira",
      birth: null,
      phone: "",
      exceptId: null,
    };
    const [likeness] = await laptop.must("membership.suggestDuplicates", about);
    expect(likeness?.member.number).toBe(member.number);
  });

  test("goes on numbering where the lost one stopped", async () => {
    const laptop = await newLaptop();
    await recover(laptop);
    const expected = (await register(lost)).member;
    const { member } = await register(laptop);
    expect(member.number).toBe(expected.number);
    await sellCard(lost, expected.id);
    await sellCard(laptop, member.id);
    const newest = async (office: TestOffice, id: string) => {
      const { terms, cards } = await office.must("membership.readMember", { id });
      return { voucher: terms[0]?.voucherNumber, issue: cards[0]?.issue };
    };
    expect(await newest(laptop, member.id)).toEqual(await newest(lost, expected.id));
    const { card } = await laptop.must("cards.replaceCard", {
      ...{ id: v7(), memberId: ids.second, reason: "lost", charged: false, method: "cash", reference: "" },
    });
    expect(card.issue).toBe(2);
    await expectHealthy(laptop.ask);
  });

  test("is worked in by the new laptop's people alone", async () => {
    const laptop = await newLaptop();
    const other = await laptop.addPerson("secretary");
    await recover(laptop);
    const people = await laptop.must("access.listUsers", {});
    expect(
      people
        .filter(({ active }) => active)
        .map(({ login }) => login)
        .sort(),
    ).toEqual(["bintou", other.login]);
    expect(people).toHaveLength(3);
    const { login, passphrase } = other;
    expect((await laptop.signIn({ login, passphrase })).ok).toBe(true);
    expect((await laptop.signIn({ login: BINTOU.login, passphrase: AWA.passphrase })).ok).toBe(true);
  });

  test("sends what is new to headquarters and takes further answers", async () => {
    const laptop = await newLaptop();
    const { recovered } = await recover(laptop);
    await register(laptop, { surname: "Traoré", notes: "nouvelle" });
    const sent = await laptop.must("sync.export", { folder: makeFolder() });
    expect(sent.first).toBe((recovered ?? 0) + 1);
    expect(await outcomeOf(hq, sent.file)).toBe("applied");
    await answerTo(hq, laptop);
    expect((await laptop.must("sync.state", {})).acknowledged).toBe(sent.last);
    const entries = [...eachEntry(laptop.call.office.reader, { first: sent.last, last: sent.last })];
    expect(entries).toHaveLength(1);
    await laptop.must("membership.updateMember", {
      id: ids.second,
      details: { ...(await details(laptop, ids.second)), notes: "de nouveau" },
    });
    await expectHealthy(laptop.ask);
  });

  test("keeps its journal append-only afterwards", async () => {
    const laptop = await newLaptop();
    await recover(laptop);
    const { connection } = laptop.call.office;
    expect(() => connection.exec("DELETE FROM journal WHERE seq = 1")).toThrow(/append-only/);
    expect(() => connection.exec("UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1")).toThrow(
      /append-only/,
    );
  });

  test("takes a receipt that came beside the whole copy", async () => {
    const laptop = await newLaptop();
    const snapshot = await answerFiles();
    const report = await laptop.must("sync.importAnswer", { files: snapshot });
    const answers = await laptop.must("sync.answers", {});
    expect(answers).toMatchObject([{ kind: "snapshot", acknowledged: report.acknowledged }]);
    expect(await laptop.refused("sync.importAnswer", { files: snapshot })).toBe(refusal("sync.olderAnswer"));
  });

  test("knows its members who had gone to another office", async () => {
    const mopti = await makeEnrolled(hq, MOPTI);
    await hq.must("headquarters.transfer", { id: v7(), memberId: ids.first, to: "MPT", mergeInto: null });
    await answerTo(hq, lost);
    await receive(hq, await send(lost));
    await answerTo(hq, mopti);
    await receive(hq, await send(mopti));
    const laptop = await newLaptop();
    await recover(laptop);
    const { member } = await laptop.must("membership.readMember", { id: ids.first });
    expect(member).toMatchObject({ office: "MPT", leftReason: "transferred" });
    await expectHealthy(laptop.ask);
  });
});

async function details(office: TestOffice, id: string) {
  const { member } = await office.must("membership.readMember", { id });
  const {
    id: _id,
    office: _office,
    number: _number,
    photoSha256: _photo,
    leftOn: _on,
    leftReason: _reason,
    erased: _erased,
    status: _status,
    paidUntil: _paid,
    ...rest
  } = member;
  return rest;
}

describe("an office is not taken back", () => {
  test("into a laptop that has members already", async () => {
    const laptop = await newLaptop();
    const { member } = await register(laptop);
    const files = await answerFiles();
    expect(await laptop.refused("sync.importAnswer", { files })).toBe(refusal("sync.notFresh"));
    expect((await laptop.must("membership.readMember", { id: member.id })).member.number).toBe(member.number);
  });

  const cut = (tier: string) => (name: string, lines: string[]) =>
    name === tier ? lines.slice(0, -1) : lines;
  const changed = (tier: string, from: RegExp, to: string) => (name: string, lines: string[]) =>
    name === tier ? lines.map((line) => line.replace(from, to)) : lines;
  type Cut = [string, (tier: string, lines: string[]) => string[]];
  const cuts: Cut[] = [
    ["an entry is missing at the end of its chain", cut("chain")],
    ["an entry is missing within its chain", (name, all) => (name === "chain" ? all.toSpliced(3, 1) : all)],
    [
      "an entry of its chain is another",
      changed("chain", /"op":"insert","seq":9,/, '"op":"update","seq":9,'),
    ],
    ["an entry is of a kind that there is none of", changed("chain", /"entity":"term"/, '"entity":"loan"')],
    ["values are missing", cut("finance")],
    ["values are others", changed("finance", /"price":2500/, '"price":250')],
    [
      "values stand in another part",
      (name, all) => (name === "health" ? ['{"salt":"'.padEnd(41, "0")] : all),
    ],
    ["a photograph is another", changed("identity", /"jpeg":"..../, '"jpeg":"AAAA')],
    ["values come twice", (name, all) => (name === "finance" ? all.flatMap((line) => [line, line]) : all)],
  ];
  test.each(cuts)("where %s, and the laptop stays as it is", async (_, change) => {
    const laptop = await newLaptop();
    const before = lastOf(laptop);
    const good = await handSnapshot(hq, laptop, { lost });
    const bad = await handSnapshot(hq, laptop, { lost, change });
    expect(await laptop.refused("sync.importAnswer", { files: [bad] })).toBe(refusal("sync.contentDamaged"));
    expect(lastOf(laptop)).toBe(before);
    await expectHealthy(laptop.ask);
    expect((await laptop.must("sync.importAnswer", { files: [good] })).recovered).toBe(lastOf(lost));
  });

  test("where it is another office's journal", async () => {
    const laptop = await newLaptop();
    const mopti = await makeEnrolled(hq, MOPTI);
    const bad = await handSnapshot(hq, laptop, { lost: mopti });
    expect(await laptop.refused("sync.importAnswer", { files: [bad] })).toBe(refusal("sync.contentDamaged"));
  });

  test("when the person stops it on the way", async () => {
    const laptop = await newLaptop();
    const files = await answerFiles();
    const before = lastOf(laptop);
    const { Cancelled } = await import("../../../src/services/call.ts");
    laptop.onBreath = () => {
      throw new Cancelled();
    };
    expect(await laptop.refused("sync.importAnswer", { files })).toBe(refusal("request.cancelled"));
    laptop.onBreath = () => {};
    expect(lastOf(laptop)).toBe(before);
    const { connection } = laptop.call.office;
    expect(() => connection.exec("DELETE FROM journal WHERE seq = 1")).toThrow(/append-only/);
  });
});
