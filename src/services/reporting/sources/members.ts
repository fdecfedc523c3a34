import { readSettings } from "../../../data/officeRecord.ts";
import { memberMeasures } from "../../../data/reporting/members.ts";
import { earliestEndInGrace } from "../../../domain/membership/terms.ts";
import { termRules } from "../../membership/views.ts";
import { nationalOf, paidBy } from "../../scope.ts";
import type { MeasuredPlace } from "../measuring.ts";
import { sqlSource } from "./sqlSource.ts";

/** Who may not read what was paid sees by the cards until when a member is. */
export function basisOf({ call, isOwn }: MeasuredPlace) {
  const national = isOwn ? null : nationalOf(call);
  return national === null ? "term" : paidBy(national);
}

/** Members as the first page counts them, on any day. */
export const membersSource = sqlSource({
  names: memberMeasures("term").map(({ name }) => name),
  measures: (place) => memberMeasures(basisOf(place)),
  bound: ({ call }, { to }) => earliestEndInGrace(to, termRules(readSettings(call.office.reader))),
});
