import type { Francs } from "../../src/contract/primitives.ts";
import { showFrancs } from "../lib/format.ts";
import { useLanguage } from "../lib/refusals.ts";

/** Whole francs, aligned: `12 500 F CFA`. */
export function Amount({ francs }: { readonly francs: Francs }) {
  const language = useLanguage();
  return (
    <span className="numerals" style={{ whiteSpace: "nowrap" }}>
      {showFrancs(francs, language)}
    </span>
  );
}
