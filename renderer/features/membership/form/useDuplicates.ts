import { useDebouncedValue } from "@mantine/hooks";
import type { DuplicateSuggestion } from "../../../../src/contract/membership.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import { isAdult } from "../../../../src/domain/membership/age.ts";
import { useAsk } from "../../../lib/calls.ts";
import type { MemberFormValues } from "./memberForm.ts";
import { readTypedBirth } from "./typedBirth.ts";

const PAUSE_MS = 350;

/** Who is already there and may be the woman being typed in; empty until there is enough to compare. */
export function useDuplicates(
  values: MemberFormValues,
  today: CalendarDate,
  exceptId: Id | null,
): readonly DuplicateSuggestion[] {
  const read = readTypedBirth(values.birth, today);
  const [surname] = useDebouncedValue(values.surname.slice(0, 60), PAUSE_MS);
  const [firstNames] = useDebouncedValue(values.firstNames.slice(0, 80), PAUSE_MS);
  const [phone] = useDebouncedValue(values.phone.slice(0, 30), PAUSE_MS);
  const birth = read.state === "read" ? read.birth : null;
  const input = { surname, firstNames, birth, phone, exceptId };
  const isMinor = birth !== null && isAdult(birth, today) === "no";
  const known = (surname.trim().length > 1 && firstNames.trim().length > 1) || phone.length > 7;
  const enough = known && !isMinor;
  const answer = useAsk("membership.suggestDuplicates", input, { enabled: enough, keepPrevious: true });
  return enough ? (answer.data ?? []) : [];
}
