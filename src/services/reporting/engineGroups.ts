import type { BothLanguages } from "../../contract/reportingTerms.ts";
import { listBranches } from "../../data/national/branches.ts";
import { AGE_BAND_NAMES, AGE_BANDS, AGE_UNKNOWN } from "../../domain/reporting/ageBands.ts";
import { measuresOf } from "../../domain/reporting/formulas.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { nationalOf } from "../scope.ts";
import type { Figures } from "./engine.ts";
import type { MeasuredBy, MeasuredPlace } from "./measuring.ts";
import { sourceOf } from "./sources/sources.ts";

/** A group of a breakdown, in the order in which groups are shown. */
export interface NamedGroup {
  readonly key: string;
  readonly label: BothLanguages;
}

/** Bands that stand in every table; the others only where somebody is in them. */
const USUAL_BANDS: readonly string[] = AGE_BANDS.filter(({ from }) => from >= 18).map(({ key }) => key);
const BANDS: readonly string[] = [...AGE_BANDS.map(({ key }) => key), AGE_UNKNOWN];

const WITHOUT: Readonly<Record<MeasuredBy, BothLanguages>> = {
  office: { fr: "sans antenne", en: "without a branch" },
  ageBand: { fr: "âge inconnu", en: "age unknown" },
  group: { fr: "sans précision", en: "not said" },
  donor: { fr: "sans projet", en: "without a project" },
};

const named = (name: string): BothLanguages => ({ fr: name, en: name });

/** The offices of a place by code; at headquarters those that were enrolled, its own branch among them. */
function officesOf({ call, office, isOwn }: MeasuredPlace): NamedGroup[] {
  const national = isOwn ? null : nationalOf(call);
  if (national === null) return [{ key: call.office.code, label: named(call.identity.name) }];
  return listBranches(national.reader)
    .filter(({ code, standing }) => (office === "all" ? standing !== "invited" : code === office))
    .map(({ code, name }) => ({ key: code, label: named(name) }));
}

function namesFor(
  place: MeasuredPlace,
  indicator: Indicator,
  by: MeasuredBy,
): ReadonlyMap<string, BothLanguages> {
  const sources = new Set(measuresOf(indicator.formula).map(sourceOf));
  const fromRecords = [...sources].flatMap((source) => [...(source.groupNames?.(place, by) ?? [])]);
  const fromCatalogue = by === "group" ? Object.entries(indicator.groupNames ?? {}) : [];
  return new Map([...fromRecords, ...fromCatalogue]);
}

const byName = (one: NamedGroup, other: NamedGroup) =>
  one.label.fr === other.label.fr ? (one.key < other.key ? -1 : 1) : one.label.fr < other.label.fr ? -1 : 1;

interface Known {
  readonly by: MeasuredBy;
  readonly names: ReadonlyMap<string, BothLanguages>;
  /** Groups that stand in every table, in their order. */
  readonly listed: readonly string[];
}

/** What is listed first, in its order; then what else was counted, by name. */
function inOrder(counted: readonly string[], { by, names, listed }: Known): NamedGroup[] {
  const group = (key: string): NamedGroup => ({
    key,
    label: names.get(key) ?? (key === "" ? WITHOUT[by] : named(key)),
  });
  const others = counted.filter((key) => !listed.includes(key));
  return [...listed.map(group), ...others.map(group).sort(byName)];
}

/**
 * The groups of an indicator that a table shows, in the order in which it shows them: those that the catalogue lists
 * (and offices, and usual ages) also with nought, others where something was counted.
 */
export function groupsOf(
  place: MeasuredPlace,
  figures: Figures,
  { indicator, by }: { readonly indicator: Indicator; readonly by: MeasuredBy },
): NamedGroup[] {
  const counted = figures.groups(indicator.code);
  if (by === "office") {
    const names = new Map(officesOf(place).map(({ key, label }) => [key, label]));
    return inOrder(counted, { by, names, listed: [...names.keys()] });
  }
  if (by === "ageBand") {
    const listed = BANDS.filter((key) => USUAL_BANDS.includes(key) || counted.includes(key));
    return inOrder(counted, { by, names: new Map(Object.entries(AGE_BAND_NAMES)), listed });
  }
  const listed = by === "group" ? Object.keys(indicator.groupNames ?? {}) : [];
  return inOrder(counted, { by, names: namesFor(place, indicator, by), listed });
}
