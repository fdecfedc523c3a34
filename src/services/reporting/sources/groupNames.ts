import type { BothLanguages } from "../../../contract/reportingTerms.ts";
import { listWrittenProjects } from "../../../data/cashbook/projects.ts";
import { projectBook } from "../../cashbook/projects.ts";
import type { MeasuredPlace } from "../measuring.ts";

/** The key of what belongs to no project. Codes of projects have capital letters only. */
export const NO_PROJECT = "none";

export const inBoth = (name: string): BothLanguages => ({ fr: name, en: name });

/** What projects are called where one code may be used by several offices: headquarters' word comes first. */
export function projectNames({ call, reader, isOwn }: MeasuredPlace): ReadonlyMap<string, BothLanguages> {
  const theirs = isOwn ? [] : listWrittenProjects(reader);
  return new Map([
    ...[...theirs, ...projectBook(call)].map(({ code, name }) => [code, inBoth(name)] as const),
    [NO_PROJECT, { fr: "sans projet", en: "no project" }],
  ]);
}
