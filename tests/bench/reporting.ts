import type { BenchOffice } from "./benchOffice.ts";
import { makeBenchOffice } from "./benchOffice.ts";
import { benchDashboard, lastWhole } from "./dashboards.ts";
import { FIVE_QUIET_YEARS, FIVE_YEARS, fillYears, type LivedSize, SMALL_YEARS } from "./lived/livedOffice.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";
import { benchMonthlyReport } from "./monthlyReport.ts";
import { makeNation, openCopies } from "./nation.ts";

type Size = "full" | "quick";

/** The office of the dashboard, and the smaller one that it is held against. */
const YEARS: Readonly<Record<Size, { readonly large: LivedSize; readonly small: LivedSize }>> = {
  full: { large: FIVE_YEARS, small: FIVE_QUIET_YEARS },
  quick: { large: FIVE_QUIET_YEARS, small: SMALL_YEARS },
};

interface Lived {
  readonly office: BenchOffice;
  readonly entries: number;
}

async function lived(size: LivedSize): Promise<Lived> {
  const office = await makeBenchOffice();
  return { office, entries: fillYears(office.call(), size) };
}

/** The same dashboard over more entries. */
async function growthFigure(large: Lived, small: Lived, runs: number): Promise<Figure> {
  const asking = ({ office }: Lived) => {
    const period = lastWhole(office);
    return () => costOf(() => office.ask("reporting.dashboard", { period }));
  };
  const [ofSmall, ofLarge] = [asking(small), asking(large)];
  await ofSmall();
  await ofLarge();
  const pairs = await sideBySide(runs, ofSmall, ofLarge);
  return figureOf(
    {
      kind: "growth",
      what: "the same dashboard",
      size: counted(large.entries, "entries"),
      baseline: `the same over ${counted(small.entries, "entries")}`,
      target: null,
    },
    pairs,
  );
}

/** An antenna's dashboard and monthly report over its years. */
export async function benchYears(
  size: Size,
  wanted: ReadonlySet<string>,
  runs: { readonly dashboard: number; readonly report: number },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const large = await lived(YEARS[size].large);
  try {
    const { office, entries } = large;
    if (wanted.has("dashboard")) {
      const about = { what: "dashboard of a month", size: counted(entries, "entries"), runs: runs.dashboard };
      figures.push(await benchDashboard(office, office.call().office.connection, about));
      const small = await lived(YEARS[size].small);
      try {
        figures.push(await growthFigure(large, small, runs.dashboard));
      } finally {
        small.office.remove();
      }
    }
    if (wanted.has("monthlyReport"))
      figures.push(...(await benchMonthlyReport(office, entries, runs.report)));
    return figures;
  } finally {
    large.office.remove();
  }
}

/** Headquarters' dashboard over eight offices. */
export async function benchNation(size: Size, runs: number): Promise<Figure[]> {
  const { siege, offices, entries } = await makeNation(size === "full" ? FIVE_QUIET_YEARS : SMALL_YEARS);
  try {
    const copies = openCopies(siege);
    try {
      const about = {
        what: `headquarters’ dashboard, ${offices} offices`,
        size: counted(entries, "entries"),
      };
      return [await benchDashboard(siege, copies, { ...about, scope: "all", runs })];
    } finally {
      copies.close();
    }
  } finally {
    siege.remove();
  }
}
