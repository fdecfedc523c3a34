import { useState } from "react";
import { dropDraft, readDraft, saveDraft } from "../../../lib/drafts.ts";

export interface ClaimPhotos {
  readonly jpegs: readonly Uint8Array[];
  readonly add: (jpeg: Uint8Array) => void;
  readonly remove: (at: number) => void;
  readonly clear: () => void;
}

/** Photographs that were taken before their claim is saved; they outlive a lock as the rest of the draft does. */
export function useClaimPhotos(key: string): ClaimPhotos {
  const [jpegs, setJpegs] = useState<readonly Uint8Array[]>(() => readDraft<Uint8Array[]>(key) ?? []);
  const set = (next: readonly Uint8Array[]) => {
    setJpegs(next);
    if (next.length === 0) dropDraft(key);
    else saveDraft(key, next);
  };
  return {
    jpegs,
    add: (jpeg) => set([...jpegs, jpeg]),
    remove: (at) => set(jpegs.filter((_, index) => index !== at)),
    clear: () => set([]),
  };
}
