import type {
  ReportContent,
  ReportFigure,
  ReportSection,
  ReportTable,
  Shown,
} from "../../../../src/contract/reportingTerms.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { REPORT_PLANS } from "../../../../src/domain/reporting/reportPlan.ts";

/** A part of a report: what was written, with the figures and tables that belong to it. */
export interface SectionPart {
  /** Null for figures that no part of today's plan has: an older report keeps them. */
  readonly section: ReportSection | null;
  readonly text: string;
  readonly figures: readonly ReportFigure[];
  /** Tables over the same groups stand beside each other, a column each. */
  readonly tables: readonly (readonly ReportTable[])[];
}

/** What belongs to one part; the summary has the key figures where it has none of its own. */
export function figuresFor(
  section: ReportSection,
  { key, figures }: Pick<ReportContent, "key" | "figures">,
): ReportFigure[] {
  const plan = REPORT_PLANS[key.kind];
  const own = plan.parts.find((part) => part.section === section)?.figures ?? [];
  const codes = own.length === 0 && section === "summary" ? plan.keyFigures : own;
  return codes.flatMap((code) => figures.filter((figure) => figure.code === code));
}

/** Figures worth writing about: what was nothing in both periods, and has no target, says nothing. */
export function tellingFigures(figures: readonly ReportFigure[]): ReportFigure[] {
  const isSomething = ({ value, masked }: Shown) => masked || (value ?? 0) !== 0;
  return figures.filter(
    ({ now, before, target }) => isSomething(now) || isSomething(before) || target !== null,
  );
}

/** Tables that the plan puts beside each other and that have one column each; the others stand alone. */
function besideEachOther(tables: readonly ReportTable[]): ReportTable[][] {
  const single = tables.filter(({ columns }) => columns.length === 1);
  const alone = tables.filter(({ columns }) => columns.length !== 1).map((table) => [table]);
  return single.length === 0 ? alone : [single, ...alone];
}

/** A report part by part, in its order; parts with neither text nor figures are left out. */
export function sectionParts(content: ReportContent): SectionPart[] {
  const { key, texts } = content;
  // A later version may have issued it: what this one has no name for is on its paper alone.
  const isKnown = ({ code }: { readonly code: string }) => indicatorOf(code) !== undefined;
  const figures = content.figures.filter(isKnown);
  const tables = content.tables.filter(isKnown);
  const planned = REPORT_PLANS[key.kind].parts.map(
    (part): SectionPart => ({
      section: part.section,
      text: texts.find(({ section }) => section === part.section)?.text ?? "",
      figures: figuresFor(part.section, content),
      tables: part.tables.flatMap(({ codes, by }) =>
        besideEachOther(codes.flatMap((code) => tables.filter((one) => one.code === code && one.by === by))),
      ),
    }),
  );
  const placed = new Set(planned.flatMap((part) => [...part.figures, ...part.tables.flat()]));
  const left: SectionPart = {
    section: null,
    text: "",
    figures: figures.filter((figure) => !placed.has(figure)),
    tables: tables.filter((table) => !placed.has(table)).map((table) => [table]),
  };
  return [...planned, left].filter(
    (part) => part.text.trim() !== "" || part.figures.length + part.tables.length > 0,
  );
}
