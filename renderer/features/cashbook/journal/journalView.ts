import {
  AccountCode,
  ProjectCode,
  TillKey,
  type VoucherFilter,
} from "../../../../src/contract/cashbookTerms.ts";
import { CalendarDate, type OfficeScope } from "../../../../src/contract/primitives.ts";
import { type Period, periodOf } from "../period.ts";

/** What the journal shows. */
export interface JournalView {
  readonly period: Period;
  readonly till: TillKey | null;
  readonly account: AccountCode | null;
  readonly project: ProjectCode | null;
  readonly direction: "in" | "out" | null;
  readonly text: string;
  readonly office?: OfficeScope;
}

/** The present month of everything. */
export function usualView(today: CalendarDate, office?: OfficeScope): JournalView {
  const all = { till: null, account: null, project: null, direction: null, text: "" };
  const period = periodOf("thisMonth", today);
  return office === undefined ? { ...all, period } : { ...all, period, office };
}

/**
 * Reads `?from=2026-10-01&to=2026-10-31&till=cash`. What is searched never stands in the address: it may be a name.
 * @param office whose book it is; undefined for this office's own
 */
export function readJournalView(
  address: URLSearchParams,
  text: string,
  today: CalendarDate,
  office?: OfficeScope,
): JournalView {
  const usual = usualView(today, office);
  const from = CalendarDate.safeParse(address.get("from"));
  const to = CalendarDate.safeParse(address.get("to"));
  const till = TillKey.safeParse(address.get("till"));
  const account = AccountCode.safeParse(address.get("account"));
  const project = ProjectCode.safeParse(address.get("project"));
  const direction = address.get("direction");
  return {
    ...usual,
    text: text.slice(0, 200),
    period: from.success && to.success ? { from: from.data, to: to.data } : usual.period,
    till: till.success && office !== "all" ? till.data : null,
    account: account.success ? account.data : null,
    project: project.success ? project.data : null,
    direction: direction === "in" || direction === "out" ? direction : null,
  };
}

/** The address of a view; what is as usual is left out. */
export function writeJournalView(view: JournalView, today: CalendarDate): URLSearchParams {
  const usual = periodOf("thisMonth", today);
  const { from, to } = view.period;
  const isUsual = from === usual.from && to === usual.to;
  const entries: [string, string][] = [
    ["office", view.office ?? ""],
    ["from", isUsual ? "" : from],
    ["to", isUsual ? "" : to],
    ["till", view.till ?? ""],
    ["account", view.account ?? ""],
    ["project", view.project ?? ""],
    ["direction", view.direction ?? ""],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** What the service is asked for. */
export function filterOf({
  period,
  text,
  office,
  ...narrowed
}: JournalView): VoucherFilter & { office?: OfficeScope } {
  const searched = text.trim() === "" ? {} : { text: text.trim() };
  return { ...period, ...narrowed, ...searched, ...(office === undefined ? {} : { office }) };
}

/** What goes into the file: the whole book of the period. */
export function exportedOf({ period, office }: JournalView) {
  return { ...period, ...(office === undefined ? {} : { office }) };
}

/** Whether anything but the period narrows the book. */
export function isNarrowed({ till, account, project, direction, text }: JournalView): boolean {
  return [till, account, project, direction].some((one) => one !== null) || text.trim() !== "";
}
