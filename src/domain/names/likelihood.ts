import type { BirthDate, DuplicateReason } from "../../contract/membership.ts";
import { foldedWords } from "./foldText.ts";
import { nameKey, nameKeys } from "./nameKey.ts";
import { type BirthAgreement, birthAgreement, yearsApart } from "./nearBirth.ts";
import { areNear } from "./nearWords.ts";

/** What tells whether two records are the same woman. `phone` is E.164, or the bare digits of what could not be read, or "". */
export interface Person {
  readonly surname: string;
  readonly firstNames: string;
  readonly birth: BirthDate | null;
  readonly phone: string;
}

/** A person with the sounds of her name worked out once, for many comparisons. */
export interface PersonTraits {
  readonly surname: string;
  readonly firstNames: readonly string[];
  /** All folded words of the name in alphabetical order. */
  readonly name: string;
  readonly birth: BirthDate | null;
  readonly phone: string;
}

export interface Likelihood {
  /** 0 to 1; see `LIKELY`. */
  readonly likelihood: number;
  readonly reasons: DuplicateReason[];
}

/** From here on two records are taken for the same woman until a person says otherwise. */
export const LIKELY = 0.9;

export function traitsOf(person: Person): PersonTraits {
  return {
    surname: nameKey(person.surname),
    firstNames: nameKeys(person.firstNames),
    name: [...foldedWords(person.surname), ...foldedWords(person.firstNames)].sort().join(" "),
    birth: person.birth,
    phone: person.phone,
  };
}

type NameAgreement = "same" | "similar" | "different";

/** Each word of the shorter list has its like in the longer one: Awa in Awa Saran. */
function firstNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (fewer.length === 0) return false;
  const left = [...more];
  return fewer.every((word) => {
    const at = left.findIndex((other) => areNear(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function nameAgreement(a: PersonTraits, b: PersonTraits): NameAgreement {
  if (a.name === b.name) return "same";
  if (areNear(a.surname, b.surname) && firstNamesAgree(a.firstNames, b.firstNames)) return "similar";
  const exchanged = a.firstNames.includes(b.surname) && b.firstNames.includes(a.surname);
  return exchanged ? "similar" : "different";
}

type PhoneAgreement = "same" | "different" | "unknown";

function phoneAgreement(a: string, b: string): PhoneAgreement {
  if (a === "" || b === "") return "unknown";
  return a === b ? "same" : "different";
}

const EXACT_BIRTH = { same: 0.97, similar: 0.93 } as const;
const UNCERTAIN_BIRTH = {
  same: { unknown: 0.9, different: 0.7 },
  similar: { unknown: 0.8, different: 0.6 },
} as const;
const NAME_ALONE = { same: 0.5, similar: 0.4 } as const;

/**
 * Name pools are small, so an equal name proves nothing without a birth date or a phone beside it; phones are shared
 * in a house, so an equal phone proves nothing without a like name. The figures order the cases; only `LIKELY` divides.
 */
function weigh(name: NameAgreement, phone: PhoneAgreement, birth: BirthAgreement, apart: number): number {
  if (name === "different") {
    if (phone !== "same") return 0;
    return birth === "same" ? 0.85 : birth === "different" ? 0.25 : 0.4;
  }
  if (birth === "same") return EXACT_BIRTH[name];
  if (phone === "same") {
    // A mother and the daughter named after her mother-in-law share name and phone.
    return birth === "different" && apart > 1 ? 0.7 : 0.95;
  }
  if (birth === "different") return 0.2;
  if (birth === "unknown") return NAME_ALONE[name] - (phone === "different" ? 0.2 : 0);
  return UNCERTAIN_BIRTH[name][phone];
}

interface Agreement {
  readonly name: NameAgreement;
  readonly phone: PhoneAgreement;
  readonly birth: BirthAgreement;
  readonly weight: number;
}

function agreementOf(a: PersonTraits, b: PersonTraits): Agreement {
  const name = nameAgreement(a, b);
  const phone = phoneAgreement(a.phone, b.phone);
  const birth = birthAgreement(a.birth, b.birth);
  const apart = a.birth && b.birth ? yearsApart(a.birth, b.birth) : 0;
  return { name, phone, birth, weight: weigh(name, phone, birth, apart) };
}

/** The likelihood alone; 0, without a look at the names where neither phone nor birth could make it likely. */
export function weightOf(a: PersonTraits, b: PersonTraits): number {
  const mayBeLikely =
    phoneAgreement(a.phone, b.phone) === "same" || birthAgreement(a.birth, b.birth) !== "different";
  return mayBeLikely ? agreementOf(a, b).weight : 0;
}

/** How likely two people are one, and why. Symmetric. */
export function likelihoodOf(a: PersonTraits, b: PersonTraits): Likelihood {
  const { name, phone, birth, weight } = agreementOf(a, b);
  const reasons: DuplicateReason[] = [];
  if (name === "same") reasons.push("sameName");
  if (name === "similar") reasons.push("similarName");
  if (phone === "same") reasons.push("samePhone");
  if (birth === "same") reasons.push("sameBirth");
  if (birth === "near" || birth === "sameYear") reasons.push("nearBirth");
  return { likelihood: weight, reasons };
}

/** {@link likelihoodOf} for two people whose traits are not at hand. */
export function likelihood(a: Person, b: Person): Likelihood {
  return likelihoodOf(traitsOf(a), traitsOf(b));
}
