import type { InputOf } from "../../contract/index.ts";
import type { DuplicateSuggestion } from "../../contract/membership.ts";
import { accept, type Result } from "../../contract/results.ts";
import { readListed } from "../../data/memberLists.ts";
import { listDuplicateCandidates } from "../../data/members.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import { blockingKeys } from "../../domain/names/blockingKeys.ts";
import { likelihood } from "../../domain/names/likelihood.ts";
import { readPhone } from "../../domain/phone.ts";
import type { Call } from "../call.ts";
import { rowOf, termRules } from "./views.ts";

/** From a like name, or a phone that somebody else gave, without a word on the birth. */
const WORTH_SHOWING = 0.25;
const SHOWN = 5;

export interface Likeness {
  readonly memberId: string;
  readonly number: string;
  readonly likelihood: number;
  readonly reasons: DuplicateSuggestion["reasons"];
}

export type Person = Pick<
  InputOf<"membership.suggestDuplicates">,
  "surname" | "firstNames" | "birth" | "phone"
>;

/** Members who may be this woman, the likeliest first. `phone` in E.164 or empty. */
export function findLikenesses(reader: Reader, person: Person, exceptId: string | null): Likeness[] {
  return listDuplicateCandidates(reader, blockingKeys(person), exceptId)
    .map((other) => {
      const { likelihood: value, reasons } = likelihood(person, other.details);
      return { memberId: other.id, number: other.number, likelihood: value, reasons: [...reasons] };
    })
    .filter((likeness) => likeness.likelihood >= WORTH_SHOWING)
    .sort((a, b) => b.likelihood - a.likelihood);
}

export function suggestDuplicates(
  call: Call,
  input: InputOf<"membership.suggestDuplicates">,
): Result<DuplicateSuggestion[]> {
  const { reader } = call.office;
  const rules = termRules(readSettings(reader));
  const person = { ...input, phone: readPhone(input.phone)?.e164 ?? "" };
  const found = findLikenesses(reader, person, input.exceptId).slice(0, SHOWN);
  return accept(
    found.flatMap(({ memberId, likelihood: value, reasons }) => {
      const listed = readListed(reader, memberId);
      return listed === undefined
        ? []
        : [{ member: rowOf(listed, rules, call.today()), reasons, likelihood: value }];
    }),
  );
}
