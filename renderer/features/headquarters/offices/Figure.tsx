import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";

interface FigureProps {
  /** `null` where the reader's keys do not open it. */
  readonly value: number | null;
  readonly francs?: boolean;
}

/** A count or an amount; a dash where it is not the reader's to see. */
export function Figure({ value, francs }: FigureProps) {
  const language = useLanguage();
  if (value === null) return <>—</>;
  return francs ? <Amount francs={value} /> : <span className="numerals">{showCount(value, language)}</span>;
}
