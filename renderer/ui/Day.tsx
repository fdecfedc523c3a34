import { showDay, showInstant } from "../lib/format.ts";

interface DayProps {
  /** A day or an instant; null shows `—`. */
  readonly iso: string | null;
  /** Shows the time too; only for an instant. */
  readonly withTime?: boolean;
}

/** `23/11/2026`. */
export function Day({ iso, withTime }: DayProps) {
  if (iso === null) return <span aria-hidden>—</span>;
  return (
    <time dateTime={iso} className="numerals" style={{ whiteSpace: "nowrap" }}>
      {withTime ? showInstant(iso) : showDay(iso)}
    </time>
  );
}
