import type { LeasePenalty, LeaseTerms, PremisesDetails, TenantDetails } from "../../contract/rentalTerms.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { amountInWords } from "../../domain/amountInWords.ts";
import { addDays } from "../../domain/calendar.ts";
import { showFrancs, showLongDay } from "../../domain/format.ts";
import { monthName } from "../design/monthName.ts";
import { fill, type PaperContext } from "../design/paper.ts";
import { premisesName, type RentalWords } from "./wording.ts";

export interface LeasedPremisesFacts
  extends Pick<PremisesDetails, "code" | "kind" | "address" | "surface" | "waterMeter" | "powerMeter"> {
  /** Francs of the rent a period that stand for these premises. */
  readonly share: number;
}

export interface LeaseContractData extends PaperContext {
  readonly number: string;
  readonly tenant: Omit<TenantDetails, "notes">;
  readonly premises: readonly LeasedPremisesFacts[];
  /** As they were signed. */
  readonly terms: LeaseTerms;
  /** What was agreed since and stands. */
  readonly changes: readonly LeaseFile["changes"][number]["change"][];
}

/** A paragraph is a text, or a list of points. */
export interface Article {
  readonly name: string;
  readonly paragraphs: readonly (string | readonly string[])[];
}

/** What the parties agree on, article by article; a penalty and a guarantor only where there is one. */
export function leaseArticles(data: LeaseContractData, words: RentalWords): Article[] {
  const own = words.contract;
  const { terms, tenant } = data;
  return [
    {
      name: own.objectTitle,
      paragraphs: [own.object, data.premises.map((one) => premisesFacts(one, data, words)), own.objectState],
    },
    { name: own.termTitle, paragraphs: [termOf(data, words)] },
    { name: own.rentTitle, paragraphs: [rentOf(data, words), dueOf(data, words), own.rentParts] },
    { name: own.chargesTitle, paragraphs: [chargesOf(data, words)] },
    {
      name: own.depositTitle,
      paragraphs: [terms.deposit === 0 ? own.depositNone : fill(own.deposit, amounts(terms.deposit, data))],
    },
    ...(terms.penalty.kind === "none"
      ? []
      : [{ name: own.penaltyTitle, paragraphs: [penaltyOf(terms.penalty, data, words)] }]),
    { name: own.revisionTitle, paragraphs: [own.revision] },
    { name: own.useTitle, paragraphs: own.use },
    { name: own.sublettingTitle, paragraphs: [own.subletting] },
    {
      name: own.endingTitle,
      paragraphs: [noticeText(terms.noticeMonths, words), ...own.ending],
    },
    ...(tenant.guarantorName === ""
      ? []
      : [{ name: own.guaranteeTitle, paragraphs: [fill(own.guarantee, { name: tenant.guarantorName })] }]),
    { name: own.disputesTitle, paragraphs: [own.disputes] },
  ];
}

function amounts(francs: number, { language }: LeaseContractData) {
  return { amount: showFrancs(francs, language), words: amountInWords(francs, language) };
}

function noticeText(months: number, { contract: own }: RentalWords): string {
  if (months === 0) return own.noNotice;
  return months === 1 ? own.noticeOne : fill(own.notice, { months });
}

function termOf({ terms, language }: LeaseContractData, { contract: own }: RentalWords): string {
  const from = showLongDay(terms.startsOn, language);
  return terms.endsOn === null
    ? fill(own.termOpen, { from })
    : fill(own.termFixed, { from, to: showLongDay(terms.endsOn, language) });
}

function rentOf(data: LeaseContractData, words: RentalWords): string {
  const { rent, period } = data.terms;
  return fill(words.contract.rent, { ...amounts(rent, data), period: words.shared.period[period] });
}

function dueOf({ terms, language }: LeaseContractData, words: RentalWords): string {
  const own = words.contract;
  const day = terms.dueDay === 1 ? own.firstOfMonth : terms.dueDay;
  if (terms.period === "month") return fill(own.dueMonth, { day });
  if (terms.period !== "year") return fill(own.dueOther, { day, period: words.shared.period[terms.period] });
  return fill(own.dueYear, {
    day,
    month: monthName(terms.startsOn.slice(0, 7), language).replace(/\s\d+$/, ""),
  });
}

function chargesOf(data: LeaseContractData, words: RentalWords): string {
  const own = words.contract;
  const { charges, period } = data.terms;
  switch (charges.kind) {
    case "none":
      return own.chargesNone;
    case "fixed":
      return fill(own.chargesFixed, {
        ...amounts(charges.amount, data),
        period: words.shared.period[period],
      });
    case "meter": {
      const price = (text: string, francs: number | null) =>
        francs === null ? [] : [fill(text, { amount: showFrancs(francs, data.language) })];
      const [water] = price(own.waterPrice, charges.water);
      const [power] = price(own.powerPrice, charges.power);
      const prices = water && power ? fill(own.bothPrices, { water, power }) : (water ?? power ?? "");
      return fill(own.chargesMeter, { prices });
    }
  }
}

function penaltyOf(
  penalty: Exclude<LeasePenalty, { kind: "none" }>,
  data: LeaseContractData,
  { contract: own }: RentalWords,
): string {
  const { graceDays: days } = penalty;
  const when = days === 0 ? own.graceNone : days === 1 ? own.graceOne : fill(own.grace, { days });
  return penalty.kind === "fixed"
    ? fill(own.penaltyFixed, { when, amount: showFrancs(penalty.amount, data.language) })
    : fill(own.penaltyPercent, { when, percent: penalty.percent });
}

/** What was agreed after the signature, in the order in which it was entered. */
export function changeLines(data: LeaseContractData, words: RentalWords): string[] {
  return data.changes.map((change) => changeLine(change, data, words));
}

function changeLine(
  change: LeaseContractData["changes"][number],
  { terms, language }: LeaseContractData,
  words: RentalWords,
): string {
  const own = words.contract;
  const day = (on: string) => showLongDay(on, language);
  switch (change.kind) {
    case "revision":
      return fill(own.changeRevision, {
        from: day(change.from),
        amount: showFrancs(change.rent, language),
        period: words.shared.period[terms.period],
      });
    case "rentFree":
      return fill(own.changeRentFree, { from: day(change.from), to: day(lastOfMonth(change.to)) });
    case "renewal":
      return change.endsOn === null
        ? own.changeRenewalOpen
        : fill(own.changeRenewal, { to: day(change.endsOn) });
  }
}

/** Rent-free months are kept as first days; the last one is free to its end. */
function lastOfMonth(firstDay: string): string {
  return addDays(`${addDays(firstDay, 31).slice(0, 7)}-01`, -1);
}

/** `Boutique B-03, Hamdallaye, 24 m², compteur d’eau n° 4411`. */
function premisesFacts(one: LeasedPremisesFacts, data: LeaseContractData, words: RentalWords): string {
  const own = words.contract;
  return [
    premisesName(one, words),
    one.address,
    one.surface === null ? "" : fill(own.surface, { surface: one.surface }),
    one.waterMeter === "" ? "" : fill(own.waterMeter, { number: one.waterMeter }),
    one.powerMeter === "" ? "" : fill(own.powerMeter, { number: one.powerMeter }),
    data.premises.length === 1 ? "" : `${own.share} ${showFrancs(one.share, data.language)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
