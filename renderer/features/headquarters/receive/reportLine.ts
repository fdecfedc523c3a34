import type { TFunction } from "i18next";
import type { ReceivedFile } from "../../../../src/contract/headquarters.ts";
import type { Language } from "../../../../src/contract/primitives.ts";
import { refusalText } from "../../../../src/contract/texts/refusalText.ts";
import { showCount } from "../../../lib/format.ts";
import { withFrenchSpaces } from "../../../lib/frenchSpaces.ts";
import { oneOrMore, refusalOf } from "../words.ts";

/** `done`: it went in; `quiet`: nothing to do; `attention`: somebody has to do something. */
export type Sign = "done" | "quiet" | "attention";

const SIGNS: Readonly<Record<ReceivedFile["outcome"], Sign>> = {
  applied: "done",
  keyRenewed: "done",
  alreadyReceived: "quiet",
  waiting: "attention",
  toConfirm: "attention",
  enrolmentToConfirm: "attention",
  refused: "attention",
};

export function signOf(file: ReceivedFile): Sign {
  return SIGNS[file.outcome];
}

const PLACES: Readonly<Record<Sign, number>> = { attention: 0, done: 1, quiet: 2 };

/** What needs somebody first; sticks that were read before and lie on the stick still come last. */
export function inReportOrder(files: readonly ReceivedFile[]): ReceivedFile[] {
  return files.toSorted((a, b) => PLACES[signOf(a)] - PLACES[signOf(b)]);
}

/** `KTL, clé n° 17`; the file's name where it did not say, or is no bundle of entries. */
function whose({ name, office, number }: ReceivedFile, t: TFunction<"headquarters">): string {
  if (office === null) return name;
  return number === null || number === 0 ? office : t("report.bundle", { office, number });
}

function whatBecame(file: ReceivedFile, t: TFunction<"headquarters">, language: Language): string {
  const { entries, missing, refusal } = file;
  switch (file.outcome) {
    case "applied":
      return t("report.applied", { count: oneOrMore(entries), entries: showCount(entries, language) });
    case "waiting":
      return missing
        ? t("report.waiting", { count: oneOrMore(missing.last - missing.first + 1), ...missing })
        : t("report.waitingElse");
    case "refused":
      return refusal ? refused(refusal, language) : "";
    default:
      return t(`report.${file.outcome}`);
  }
}

/** The refusal’s sentence, its signs held to their words. */
function refused(refusal: NonNullable<ReceivedFile["refusal"]>, language: Language): string {
  const sentence = refusalText(language, refusalOf(refusal));
  return language === "fr" ? withFrenchSpaces(sentence) : sentence;
}

/** What became of one file, as a sentence: `KTL, clé n° 17 : 412 écritures lues`. */
export function reportLine(file: ReceivedFile, t: TFunction<"headquarters">, language: Language): string {
  return t("report.line", { who: whose(file, t), what: whatBecame(file, t, language) });
}

/** `2 parties attendent leur lectrice : Comptabilité, Santé`; null when none does. */
export function sealedLine(file: ReceivedFile, t: TFunction<"headquarters">): string | null {
  if (file.sealedTiers.length === 0) return null;
  const tiers = file.sealedTiers.map((tier) => t(`tier.${tier}`)).join(", ");
  return t("report.sealed", { count: file.sealedTiers.length, tiers });
}
