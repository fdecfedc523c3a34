import { useAsk } from "../../../lib/calls.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import type { Around } from "./tasks.ts";

/**
 * What the first page tells beside its own figures: at an antenna the members who may be enrolled elsewhere too, at
 * headquarters its offices, and what waits in insurance, rental, cash book, classes and reports. `null` until it is known; what
 * is refused counts as nothing.
 */
export function useAround(): Around | null {
  const identity = useOfficeIdentity();
  const headquarters = identity?.headquarters ?? false;
  const readsMembers = useMay("members.read");
  const readsOffices = useMay("headquarters.read");
  const settles = useMay("headquarters.settle");
  const suggestions = useAsk("sync.suggestions", {}, { enabled: !headquarters && readsMembers });
  const offices = useAsk("headquarters.offices", {}, { enabled: headquarters && readsOffices });
  const duplicates = useAsk("headquarters.duplicates", {}, { enabled: headquarters && settles });
  const insurance = useAsk("insurance.tasks", {});
  const rental = useAsk("rental.tasks", {});
  const cashbook = useAsk("cashbook.tasks", {});
  const literacy = useAsk("literacy.tasks", {});
  const reporting = useAsk("reporting.tasks", {});
  // A question that is not asked is pending too, but does not load.
  const asked = [suggestions, offices, duplicates, insurance, rental, cashbook, literacy, reporting];
  if (asked.some(({ isLoading }) => isLoading)) return null;
  return {
    suggestions: suggestions.data?.length ?? 0,
    national: headquarters ? { offices: offices.data ?? [], duplicates: duplicates.data?.length ?? 0 } : null,
    insurance: insurance.data ?? null,
    rental: rental.data ?? null,
    cashbook: cashbook.data ?? null,
    literacy: literacy.data ?? null,
    reporting: reporting.data ?? null,
    headquarters: headquarters ? (identity?.code ?? null) : null,
  };
}
