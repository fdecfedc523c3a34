import type { TFunction } from "i18next";
import type { ReceivedFile } from "../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import type { Span } from "../../../src/contract/sync.ts";

const ENTITIES = [
  "office",
  "setting",
  "user",
  "member",
  "voucher",
  "term",
  "card",
  "photo",
  "audit_event",
] as const;

/** A kind of record in words; its own name where the catalogue has none. */
export function entityWord(entity: string, t: TFunction<"headquarters">): string {
  const known = ENTITIES.find((name) => name === entity);
  return known ? t(`entity.${known}`) : entity;
}

/** `attend les écritures 120 à 180`. */
export function missingWords({ first, last }: Span, t: TFunction<"headquarters">): string {
  return t("missing", { count: oneOrMore(last - first + 1), first, last });
}

/** Which form of a sentence a count takes: French has one more for whole millions, which says the same. */
export function oneOrMore(count: number): number {
  return Math.min(count, 2);
}

/** The start of a hash, enough to tell two apart on the phone. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)} ${hash.slice(8, 16)}`;
}

/** The refusal of one file, as the catalogue of refusals takes it. */
export function refusalOf({ code, values }: NonNullable<ReceivedFile["refusal"]>): Refusal {
  return values ? { code, values } : { code };
}
