import { v7 } from "uuid";
import type { ReportKey } from "../../../src/contract/reportingTerms.ts";
import type { IssuedReport, ReportDraft } from "../../../src/contract/reportingViews.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { live, on } from "./lived.ts";

/* Reports as the secretary makes them. */

export const keyOf = (changes: Partial<ReportKey> = {}): ReportKey => ({
  ...{ kind: "activity", period: "2026-11", project: null },
  ...changes,
});

/** An office with something in every area, on the day after November. */
export async function makeLivedOffice(): Promise<TestOffice> {
  const office = await makeTestOffice();
  await live(office);
  await on(office, "2026-12-01");
  return office;
}

export function issue(office: TestOffice, changes: Partial<ReportKey> = {}): Promise<IssuedReport> {
  return office.must("reporting.issue", { ...keyOf(changes), id: v7() });
}

export function issueRefused(office: TestOffice, changes: Partial<ReportKey> = {}): Promise<string> {
  return office.refused("reporting.issue", { ...keyOf(changes), id: v7() });
}

export function draftOf(office: TestOffice, changes: Partial<ReportKey> = {}): Promise<ReportDraft> {
  return office.must("reporting.draft", keyOf(changes));
}

export async function saveProject(office: TestOffice, code = "EAU"): Promise<string> {
  await office.must("cashbook.saveProject", {
    ...{ id: v7(), code, name: "Eau et savoir", donor: "Caritas" },
    ...{ startsOn: null, endsOn: null, active: true },
  });
  return code;
}
