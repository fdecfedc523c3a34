import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { IndicatorTable } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { describeList } from "../../documents/lists/describedLists.ts";
import { indicatorCodebook, indicatorTable } from "../../documents/reporting/indicatorTable.ts";
import { INDICATORS } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Call } from "../call.ts";
import { giveList, noteOutgoing } from "../office/outgoing.ts";
import { paperContext } from "../office/paper.ts";
import { placeOf } from "./engineAccess.ts";
import { indicators } from "./figures.ts";
import { masksOf, maskTable } from "./maskedFigures.ts";

type AskedFigures = InputOf<"reporting.takeIndicators">;

/** The table as it may leave the office, and what it is called then: office, whose figures, periods. */
function leavingTable(call: Call, asked: AskedFigures): Result<{ table: IndicatorTable; name: string }> {
  const place = placeOf(call, asked.office);
  if (!place.ok) return place;
  const found = indicators(call, asked);
  if (!found.ok) return found;
  const { isOwn, office } = place.value;
  const whose = isOwn ? [] : [office === "all" ? "national" : office];
  const periods = [...new Set([asked.from, asked.to])];
  return accept({
    table: maskTable(masksOf(place.value), found.value),
    name: [call.office.code, "indicateurs", ...whose, ...periods].join("-"),
  });
}

/**
 * The table of indicators as the screen has it, with small counts hidden as on paper: it leaves the office. Refuses as
 * `indicators`. Who took how many lines is noted.
 */
export async function exportIndicators(
  call: Call,
  { format, ...asked }: InputOf<"reporting.exportIndicators">,
): Promise<Result<FileOutput>> {
  const leaving = leavingTable(call, asked);
  if (!leaving.ok) return leaving;
  const { table, name } = leaving.value;
  const list = indicatorTable(table, paperContext(call).language);
  return giveList(call, list, { name, action: "exportIndicators", reference: name, format });
}

/** The same without a file, for a command line. Refuses as `indicators`. Noted as an export is. */
export function takeIndicators(call: Call, asked: AskedFigures): Result<IndicatorTable> {
  const leaving = leavingTable(call, asked);
  if (!leaving.ok) return leaving;
  const { table, name } = leaving.value;
  const noted = noteOutgoing(call, { action: "exportIndicators", reference: name }, table.rows.length);
  return noted.ok ? accept(table) : noted;
}

const FILE_WORDS: Readonly<Record<InputOf<"reporting.codebook">["of"], string>> = {
  indicators: "indicateurs",
  policies: "contrats",
  claims: "dossiers",
  contributions: "cotisations",
  checkups: "carnets",
  certificates: "attestations",
  premises: "locaux",
  leases: "baux",
  accounts: "comptes",
  projects: "projets",
  budget: "budget",
  targets: "objectifs",
  audit: "traces",
  offices: "antennes",
  members: "liste",
  journal: "journal",
  roll: "loyers",
  arrears: "impayes",
  cohorts: "classes",
  learners: "apprenantes",
  results: "resultats",
  figures: "chiffres",
};

/**
 * What the indicators mean, or the columns of a list. It tells of nobody, and is noted all the same: everything that
 * leaves as a spreadsheet is.
 */
export async function codebook(
  call: Call,
  { of, format }: InputOf<"reporting.codebook">,
): Promise<Result<FileOutput>> {
  const { language } = paperContext(call);
  const table = of === "indicators" ? indicatorCodebook(INDICATORS, language) : describeList(of, language);
  const name = [call.office.code, "colonnes", FILE_WORDS[of]].join("-");
  const outgoing = { name, action: "exportList", reference: name, format } as const;
  return giveList(call, { ...table, language, codebook: null }, outgoing);
}
