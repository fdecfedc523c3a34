import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { readOffice } from "../../../ui/OfficeFilter.tsx";
import { type JournalView, readJournalView, writeJournalView } from "./journalView.ts";

const SEARCH = "cashbook.journal.search";

/** The filters live in the address, what is searched in memory; going back finds both. */
export function useJournalView(): readonly [JournalView, (view: JournalView) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const [today] = useState(todayNow);
  const identity = useOfficeIdentity();
  const view = useMemo(() => {
    const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
    return readJournalView(address, text, today, office);
  }, [address, text, today, identity]);
  const change = (next: JournalView) => {
    setText(next.text);
    saveDraft(SEARCH, next.text);
    setAddress(writeJournalView(next, today), { replace: true });
  };
  return [view, change];
}
