import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { inviteErrors, startWith } from "../../renderer/features/headquarters/enrolment/inviteForm.ts";
import { forkKinds } from "../../renderer/features/headquarters/office/forkKinds.ts";
import { attentionOf, summaryOf } from "../../renderer/features/headquarters/offices/attention.ts";
import { officeTree, sumOf } from "../../renderer/features/headquarters/offices/officeTree.ts";
import { reportLine, sealedLine, signOf } from "../../renderer/features/headquarters/receive/reportLine.ts";
import { entityWord, missingWords } from "../../renderer/features/headquarters/words.ts";
import { spaced } from "../../renderer/lib/frenchSpaces.ts";
import { french } from "../../renderer/lib/resources.ts";
import type { OfficeLine, ReceivedFile } from "../../src/contract/headquarters.ts";

const NBSP = "\u00a0";
const IN_ORDER: OfficeLine = {
  code: "KTL",
  name: "Koutiala",
  region: "Sikasso",
  parentCode: null,
  standing: "active",
  own: false,
  fingerprint: null,
  lastBundle: null,
  held: 412,
  heldUntil: "2026-11-12T08:00:00.000Z",
  daysSince: 12,
  epoch: 1,
  waitingBundles: 0,
  missing: null,
  sealedTiers: [],
  forked: false,
  snapshotToConfirm: false,
  answerDue: false,
  totals: { members: 300, paid: 200, cardsThisYear: 90, cashIn: null, cashOut: null },
};

function office(change: Partial<OfficeLine>): OfficeLine {
  return { ...IN_ORDER, ...change };
}

const READ: ReceivedFile = {
  name: "KTL-000017.danaya",
  office: "KTL",
  number: 17,
  outcome: "applied",
  entries: 412,
  missing: null,
  refusal: null,
  sealedTiers: [],
};

let t: TFunction<"headquarters">;
beforeAll(async () => {
  await i18next.init({
    lng: "fr",
    resources: { fr: spaced(french) },
    defaultNS: "common",
    interpolation: { escapeValue: false },
  });
  t = i18next.getFixedT("fr", "headquarters");
});

function said(change: Partial<ReceivedFile>): string {
  return reportLine({ ...READ, ...change }, t, "fr").replaceAll(NBSP, " ");
}

describe("what about an office needs attention", () => {
  test("is nothing when it sent this month and was answered", () => {
    expect(attentionOf(IN_ORDER)).toEqual([]);
  });

  test("names a stick that is 35 days late, not one of 34, and none of an office that never sent", () => {
    expect(attentionOf(office({ daysSince: 34 }))).toEqual([]);
    expect(attentionOf(office({ daysSince: 35 }))).toEqual(["late"]);
    expect(attentionOf(office({ daysSince: null }))).toEqual([]);
  });

  test("does not call late an office whose key was revoked or that was only invited", () => {
    expect(attentionOf(office({ standing: "revoked", daysSince: 90 }))).toEqual(["revoked"]);
    expect(attentionOf(office({ standing: "invited", daysSince: null }))).toEqual(["invited"]);
  });

  test("puts a fork first and the answer last", () => {
    const line = office({
      answerDue: true,
      sealedTiers: ["health"],
      daysSince: 60,
      snapshotToConfirm: true,
      forked: true,
    });
    expect(attentionOf(line)).toEqual(["fork", "snapshotToConfirm", "late", "sealed", "answerDue"]);
  });

  test("is never headquarters itself", () => {
    expect(attentionOf(office({ own: true, daysSince: 400, answerDue: true }))).toEqual([]);
  });

  test("is counted for all offices in the summary", () => {
    const lines = [
      office({ code: "BKO", own: true }),
      office({ daysSince: 40 }),
      office({ code: "GAO", forked: true, snapshotToConfirm: true }),
    ];
    expect(summaryOf(lines)).toEqual({ offices: 3, late: 1, forks: 1, toConfirm: 1 });
  });
});

describe("the list of offices", () => {
  test("begins with headquarters and puts sub-branches under their antenna", () => {
    const tree = officeTree([
      office({ code: "SKS" }),
      office({ code: "MRL", parentCode: "SKS" }),
      office({ code: "GAO" }),
      office({ code: "BKO", own: true }),
    ]);
    expect(tree.map(({ line, isUnder }) => [line.code, isUnder])).toEqual([
      ["BKO", false],
      ["GAO", false],
      ["SKS", false],
      ["MRL", true],
    ]);
  });

  test("leaves no office out, even one whose antenna is unknown, a sub-branch itself, or its own", () => {
    const lines = [
      office({ code: "SKS" }),
      office({ code: "MRL", parentCode: "SKS" }),
      office({ code: "KMT", parentCode: "MRL" }),
      office({ code: "KYS", parentCode: "XXX" }),
      office({ code: "MPT", parentCode: "MPT" }),
    ];
    expect(
      officeTree(lines)
        .map(({ line }) => line.code)
        .toSorted(),
    ).toEqual(["KMT", "KYS", "MPT", "MRL", "SKS"]);
  });

  test("sums what the reader may see, and shows nothing for what she may not", () => {
    const lines = [IN_ORDER, office({ code: "GAO", totals: { ...IN_ORDER.totals, members: 25 } })];
    expect(sumOf(lines, "members")).toBe(325);
    expect(sumOf(lines, "cashIn")).toBeNull();
  });
});

describe("the report of a stick", () => {
  test("says what became of each file in one sentence", () => {
    expect(said({})).toBe("KTL, clé n° 17 : 412 écritures lues");
    expect(said({ entries: 1 })).toBe("KTL, clé n° 17 : 1 écriture lue");
    expect(said({ entries: 0 })).toBe("KTL, clé n° 17 : lue, rien de nouveau");
    expect(said({ outcome: "alreadyReceived", entries: 0 })).toBe(
      "KTL, clé n° 17 : déjà reçue, il n’y a rien à faire",
    );
    expect(said({ outcome: "toConfirm" })).toBe("KTL, clé n° 17 : copie entière à confirmer");
  });

  test("says a whole million as any other count", () => {
    expect(said({ entries: 1_000_000 })).toBe("KTL, clé n° 17 : 1\u202f000\u202f000 écritures lues");
  });

  test("names the entries that are missing", () => {
    expect(said({ outcome: "waiting", missing: { first: 120, last: 180 } })).toBe(
      "KTL, clé n° 17 : attend les écritures 120 à 180 (une clé manque)",
    );
    expect(said({ outcome: "waiting", missing: { first: 120, last: 120 } })).toBe(
      "KTL, clé n° 17 : attend l’écriture 120 (une clé manque)",
    );
    expect(missingWords({ first: 1, last: 9 }, t)).toBe("attend les écritures 1 à 9");
  });

  test("gives the reason of a refusal, under the file's name when nobody knows whose it is", () => {
    const refusal = { code: "sync.notForHere", values: { office: "GAO" } } as const;
    expect(said({ outcome: "refused", office: null, number: null, refusal })).toBe(
      "KTL-000017.danaya : Ce fichier est fait pour un autre destinataire : GAO. Remettez-le sur la clé et faites-le suivre.",
    );
  });

  test("gives an enrolment no stick's number", () => {
    expect(said({ outcome: "enrolmentToConfirm", number: 0 })).toBe(
      "KTL : inscription à confirmer de vive voix",
    );
  });

  test("says which parts wait for their reader", () => {
    expect(sealedLine(READ, t)).toBeNull();
    expect(sealedLine({ ...READ, sealedTiers: ["finance", "health"] }, t)?.replaceAll(NBSP, " ")).toBe(
      "2 parties attendent leur lectrice : Comptabilité, Santé",
    );
  });

  test("marks what a person has to act on", () => {
    const signs = (["applied", "alreadyReceived", "waiting", "refused"] as const).map((outcome) =>
      signOf({ ...READ, outcome }),
    );
    expect(signs).toEqual(["done", "quiet", "attention", "attention"]);
  });
});

describe("a fork", () => {
  test("sets both sides beside each other by kind of record", () => {
    const kinds = forkKinds({
      at: 1043,
      held: null,
      brought: null,
      number: 18,
      seenAt: "2026-11-23T08:00:00.000Z",
      heldEntries: [
        { entity: "member", entries: 4 },
        { entity: "voucher", entries: 6 },
      ],
      broughtEntries: [
        { entity: "member", entries: 1 },
        { entity: "card", entries: 2 },
      ],
    });
    expect(kinds).toEqual([
      { entity: "member", held: 4, brought: 1 },
      { entity: "voucher", held: 6, brought: 0 },
      { entity: "card", held: 0, brought: 2 },
    ]);
    expect(kinds.map(({ entity }) => entityWord(entity, t))).toEqual([
      "Membres",
      "Pièces de caisse",
      "Cartes",
    ]);
  });

  test("shows a kind of record that the catalogue does not know by its own name", () => {
    expect(entityWord("policy", t)).toBe("policy");
  });
});

describe("an invitation", () => {
  const errors = inviteErrors(({ code }) => code);

  test("takes over what headquarters knows of an office that is invited again", () => {
    expect(startWith(office({ parentCode: "SKS" }))).toEqual({
      code: "KTL",
      name: "Koutiala",
      region: "Sikasso",
      parentCode: "SKS",
    });
  });

  test("says at the field what is wrong", () => {
    expect(errors({ code: "KT", name: "", region: "", parentCode: "" })).toEqual({
      code: "office.codeInvalid",
      name: "request.required",
    });
    expect(errors({ code: "KTL", name: "Koutiala", region: "", parentCode: "KTL" })).toEqual({
      parentCode: "office.parentIsSelf",
    });
    expect(errors({ code: "KTL", name: "Koutiala", region: "", parentCode: "" })).toEqual({});
  });
});
