import { z } from "zod";
import {
  AccountCode,
  AccountNumber,
  AccountSide,
  MonthName,
  ProjectCode,
} from "../../contract/cashbookTerms.ts";
import { CalendarDate, Id, OfficeCode } from "../../contract/primitives.ts";

/*
 * The cash book's rows in headquarters' answers, column by column as the registry has them: its chart and projects, and
 * its word that a month opens again.
 */

const Flag = z.union([z.literal(0), z.literal(1)]);
const Text = z.string().max(4_000);
const own = { id: Id, office: OfficeCode };

export const LedgerAccountRow = z.strictObject({
  ...own,
  code: AccountCode,
  number: AccountNumber,
  name: Text,
  name_en: Text,
  side: AccountSide,
  active: Flag,
});

export const ProjectRow = z.strictObject({
  ...own,
  code: ProjectCode,
  name: Text,
  donor: Text,
  starts_on: CalendarDate.nullable(),
  ends_on: CalendarDate.nullable(),
  active: Flag,
});

export const MonthReopeningRow = z.strictObject({
  ...own,
  for_office: OfficeCode,
  month: MonthName,
  closing_id: Id,
  reason: Text,
  decided_on: CalendarDate,
});
