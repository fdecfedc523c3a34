import { z } from "zod";
import { Id, OfficeCode } from "../../contract/primitives.ts";
import { IndicatorCode } from "../../contract/reportingTerms.ts";

/* What headquarters tells an office of its indicators: the targets that it set for it, column by column. */

export const IndicatorTargetRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  for_office: OfficeCode,
  year: z.int(),
  code: IndicatorCode,
  value: z.number().min(0),
});
