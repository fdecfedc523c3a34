import type { FormErrors } from "@mantine/form";
import type { ClaimCover, ClaimDetails, ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import type { CareCategory } from "../../../../src/contract/insuranceTerms.ts";
import type { CalendarDate, Francs, Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { plain } from "../../../lib/plainText.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import type { Picked } from "../booklet/MemberPick.tsx";

/** A line as it is typed: `what` is an act of the price list or the words on the receipt. */
export type LineValues = {
  id: Id;
  category: CareCategory | null;
  what: string;
  quantity: number | "";
  asked: number | "";
};

/** The form as it is typed: the day and the facility stay text until they are sent. */
export type ClaimFormValues = {
  /** Made once a form: saving twice makes one claim. */
  id: Id;
  member: Picked | null;
  /** Chosen among several; otherwise the one that runs. */
  policyId: Id | null;
  /** Empty for the member herself. */
  childId: string;
  facility: string;
  careOn: string;
  receiptNumber: string;
  diagnosis: string;
  prescription: string;
  lines: LineValues[];
};

export function emptyLine(id: Id): LineValues {
  return { id, category: null, what: "", quantity: 1, asked: "" };
}

export function emptyClaim(id: Id, lineId: Id, today: CalendarDate): ClaimFormValues {
  return {
    id,
    member: null,
    policyId: null,
    childId: "",
    facility: "",
    careOn: dayAsTyped(today),
    receiptNumber: "",
    diagnosis: "",
    prescription: "",
    lines: [emptyLine(lineId)],
  };
}

/** A draft as the form shows it. */
export function valuesOf({ claim, details, facility }: ClaimFile): ClaimFormValues {
  const { memberId, memberNumber, surname, firstNames } = claim;
  return {
    id: claim.id,
    member: { id: memberId, number: memberNumber, surname, firstNames },
    policyId: details.policyId,
    childId: details.childId ?? "",
    facility,
    careOn: dayAsTyped(details.careOn),
    receiptNumber: details.receiptNumber,
    diagnosis: details.diagnosis,
    prescription: details.prescription,
    lines: details.lines.map(({ id, category, act, words, quantity, asked }) => ({
      ...{ id, category, quantity, asked },
      what: act ?? words,
    })),
  };
}

/** A line that was begun by Enter and left. */
export function isEmptyLine({ category, what, asked }: LineValues): boolean {
  return category === null && what.trim() === "" && asked === "";
}

export function askedOf(lines: readonly LineValues[]): Francs {
  return lines.reduce((sum, { asked }) => sum + (asked === "" ? 0 : asked), 0);
}

type Facility = ClaimCover["facilities"][number];

/** The facility under agreement that was typed by its name or its code. */
export function facilityOf(cover: ClaimCover | undefined, typed: string): Facility | undefined {
  const wanted = plain(typed);
  return cover?.facilities.find(({ code, name }) => plain(name) === wanted || plain(code) === wanted);
}

export interface ActChoice {
  readonly act: string;
  /** Agreed for one; null where the plan never pays it. */
  readonly price: Francs | null;
  readonly category: CareCategory | null;
}

/** The acts that can be named here: the facility's price list, then what the plan excludes. */
export function actChoices(
  cover: ClaimCover | undefined,
  facility: string,
  category: CareCategory | null,
): ActChoice[] {
  const listed = (facilityOf(cover, facility)?.prices ?? []).filter(
    (price) => category === null || price.category === category,
  );
  const acts = new Set(listed.map(({ act }) => act));
  const excluded = (cover?.excluded ?? []).filter((act) => !acts.has(act));
  return [
    ...listed.map(({ act, price, category: of }) => ({ act, price, category: of })),
    ...excluded.map((act) => ({ act, price: null, category: null })),
  ];
}

/** A line after its act was typed: an act of the price list brings its category along. */
export function withAct(line: LineValues, what: string, choices: readonly ActChoice[]): LineValues {
  const named = choices.find(({ act }) => plain(act) === plain(what));
  return { ...line, what, category: line.category ?? named?.category ?? null };
}

/** Whether a category is meant by its first letters: `ana` or `exa` for « Analyses et examens ». */
export function startsAWord(label: string, typed: string): boolean {
  const words = plain(label).split(/[\s'’-]+/);
  return plain(label).startsWith(plain(typed)) || words.some((word) => word.startsWith(plain(typed)));
}

function lineOf(line: LineValues, cover: ClaimCover, facility: string): ClaimDetails["lines"][number] {
  const named = actChoices(cover, facility, line.category).find(({ act }) => plain(act) === plain(line.what));
  return {
    id: line.id,
    category: line.category ?? "other",
    act: named?.act ?? null,
    words: named === undefined ? line.what.trim() : "",
    quantity: line.quantity === "" ? 1 : line.quantity,
    asked: line.asked === "" ? 0 : line.asked,
  };
}

/** What is sent. What cannot be read becomes empty: `claimErrors` stops it before. */
export function detailsOf(values: ClaimFormValues, cover: ClaimCover, today: CalendarDate): ClaimDetails {
  const careOn = readTypedDay(values.careOn, today);
  const facility = facilityOf(cover, values.facility);
  const isInsured = cover.children.some(({ id }) => id === values.childId);
  return {
    policyId: cover.policyId,
    childId: isInsured ? values.childId : null,
    facilityCode: facility?.code ?? null,
    facilityName: facility === undefined ? values.facility.trim() : "",
    careOn: careOn.kind === "day" ? careOn.day : "",
    receiptNumber: values.receiptNumber.trim(),
    diagnosis: values.diagnosis.trim(),
    prescription: values.prescription.trim(),
    lines: values.lines
      .filter((line) => !isEmptyLine(line))
      .map((line) => lineOf(line, cover, values.facility)),
  };
}

/** Sentences for what only the screen can see. */
export interface ClaimSentences {
  readonly refusal: (refusal: Refusal) => string;
  readonly dateUnreadable: string;
  readonly noLine: string;
}

function lineErrors(lines: readonly LineValues[], say: ClaimSentences): FormErrors {
  const required = say.refusal({ code: "request.required" });
  const wrong = lines.flatMap((line, at) =>
    isEmptyLine(line)
      ? []
      : [
          ...(line.category === null ? [[`lines.${at}.category`, required]] : []),
          ...(line.asked === "" || line.asked === 0 ? [[`lines.${at}.asked`, required]] : []),
        ],
  );
  return lines.every(isEmptyLine) ? { lines: say.noLine } : Object.fromEntries(wrong);
}

/** Every wrong field at once, before anything is sent; the service checks again. */
export function claimErrors(values: ClaimFormValues, today: CalendarDate, say: ClaimSentences): FormErrors {
  const errors: FormErrors = lineErrors(values.lines, say);
  const careOn = readTypedDay(values.careOn, today);
  if (values.member === null) errors.member = say.refusal({ code: "request.required" });
  if (values.facility.trim() === "") errors.facility = say.refusal({ code: "request.required" });
  if (careOn.kind === "empty") errors.careOn = say.refusal({ code: "request.required" });
  if (careOn.kind === "unreadable") errors.careOn = say.dateUnreadable;
  if (careOn.kind === "day" && careOn.day > today)
    errors.careOn = say.refusal({ code: "claim.careInFuture" });
  return errors;
}
