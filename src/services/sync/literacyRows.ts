import { z } from "zod";
import { ProgrammeCode, ProgrammeDetails } from "../../contract/literacyTerms.ts";
import { CalendarDate, Id, OfficeCode } from "../../contract/primitives.ts";
import { jsonText } from "./jsonText.ts";

/* What headquarters tells every office of its classes: programmes and feasts, column by column. */

export const ProgrammeRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  code: ProgrammeCode,
  details: jsonText(ProgrammeDetails),
});

export const HolidayRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  on_day: CalendarDate,
  name: z.string().max(60),
});
