import { v7 } from "uuid";
import type { InputOf } from "../../../src/contract/index.ts";
import type { IndicatorRecords, IndicatorTable } from "../../../src/contract/reportingViews.ts";
import type { TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { insure, LIFE, pay } from "../insurance/enrolled.ts";
import { decided, line, makeInsured, makePlan, pay as payClaim, submit } from "../insurance/insured.ts";

/* An office with something in every area of the register, the cards and the insurance. */

/** Sells her the next card at today's price. @returns the voucher's id */
export async function sellCard(office: TestOffice, memberId: string): Promise<string> {
  const { price } = await office.must("cards.quote", { memberId });
  const id = v7();
  await office.must("cards.sellTerm", { id, memberId, price, method: "cash", reference: "" });
  return id;
}

export async function takeBack(office: TestOffice, voucherId: string): Promise<void> {
  await office.must("cashbook.reverse", { id: v7(), voucherId, reason: "erreur de saisie" });
}

/** The clock goes to a day, and Awa signs in again. */
export async function on(office: TestOffice, day: string): Promise<void> {
  office.clock.set(`${day}T09:00:00.000Z`);
  await office.signIn();
}

/**
 * Members of every status and age, cards sold, renewed, replaced and taken back, claims of every kind, a life policy,
 * check-ups.
 */
export async function live(office: TestOffice): Promise<void> {
  const births = ["1990-05-14", "2004-11-30", "1975-01-01", "1961-07-09"];
  for (const [index, on] of births.entries()) {
    const joinedOn = `2026-0${index + 6}-10`;
    const { member } = await register(office, {
      ...{ surname: `Femme${"abcd"[index]}`, birth: { kind: "exact", on }, joinedOn },
      consentSigned: index < 2,
      consentOn: index < 2 ? joinedOn : null,
    });
    if (index > 0) await sellCard(office, member.id);
    if (index === 3) {
      await office.must("membership.recordDeparture", { id: member.id, on: "2026-11-20", reason: "moved" });
    }
  }
  const renewed = (await register(office, { surname: "Renouvelée", birth: { kind: "year", year: 1980 } }))
    .member;
  await sellCard(office, renewed.id);
  await sellCard(office, renewed.id);
  await office.must("cards.replaceCard", {
    ...{ id: v7(), memberId: renewed.id, reason: "lost", charged: true },
    ...{ method: "cash", reference: "" },
  });
  const undone = (await register(office, { surname: "Annulée", birth: null })).member;
  await takeBack(office, await sellCard(office, undone.id));
  makePlan(office);
  const insured = await makeInsured(office);
  await makeInsured(office, { months: 6, surname: "Suspendue" });
  const lines = [line(), line({ category: "medicines", asked: 3_000 })];
  const first = await decided(office, insured, { lines });
  await payClaim(office, first.claim.id, first.computed.granted - 500);
  await submit(office, insured, { receiptNumber: "R-2" });
  const life = await insure(office, { planCode: LIFE });
  await pay(office, life.policyId, 2);
  for (const doneOn of ["2026-10-05", "2026-11-02"]) {
    const stamp = `T-${doneOn}`;
    await office.must("insurance.recordCheckup", {
      ...{ id: v7(), memberId: insured.memberId, doneOn, facility: "CSREF-A", stamp },
    });
  }
}

/** Pays so much on the claim that is to be paid. */
export async function payOpenClaim(office: TestOffice, amount: number): Promise<void> {
  const [open] = await office.must("insurance.claimsToPay", {});
  if (open === undefined) throw new Error("a claim is to be paid");
  const paid = await payClaim(office, open.id, amount);
  if (!paid.ok) throw new Error(paid.refusal.code);
}

type Asked = Partial<InputOf<"reporting.indicators">> & { readonly period?: string };

/** Figures of a period, all that there are unless some are named. */
export function figuresOf(office: TestOffice, asked: Asked = {}): Promise<IndicatorTable> {
  const { period = "2026-11", codes = [], by = null, office: of } = asked;
  const span = { from: asked.from ?? period, to: asked.to ?? period };
  return office.must("reporting.indicators", {
    codes,
    ...span,
    by,
    ...(of === undefined ? {} : { office: of }),
  });
}

/** One column of a table: the whole figures by code, the groups as `code key`. */
export function columnOf({ rows }: IndicatorTable, column = 0): Record<string, number | null> {
  return Object.fromEntries(
    rows.map(({ code, key, label, cells }) => [
      label === null ? code : `${code} ${key}`,
      cells[column]?.value ?? null,
    ]),
  );
}

/** The whole figures of a period. */
export async function wholeOf(office: TestOffice, asked: Asked = {}): Promise<Record<string, number | null>> {
  return columnOf(await figuresOf(office, asked));
}

/** The records behind a figure, all of them. */
export function recordsOf(
  office: TestOffice,
  about: Partial<InputOf<"reporting.records">> & { readonly code: string },
): Promise<IndicatorRecords> {
  return office.must("reporting.records", {
    ...{ period: "2026-11", by: null, key: "", offset: 0, limit: 500 },
    ...about,
  });
}
