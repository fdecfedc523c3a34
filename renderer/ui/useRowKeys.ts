import type { KeyboardEvent } from "react";

interface RowKeys {
  readonly count: number;
  readonly active: number | null;
  readonly setActive: (index: number) => void;
  readonly open: (index: number) => void;
  readonly reveal: (index: number) => void;
}

const PAGE = 10;

/** Arrow, page, home and end keys move the active row; Enter opens it. */
export function useRowKeys({ count, active, setActive, open, reveal }: RowKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    // A button inside (sorting) keeps its own keys.
    if (event.target !== event.currentTarget || count === 0) return;
    if (event.key === "Enter" && active !== null) open(active);
    const next = rowAfter(event.key, active, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    reveal(next);
  };
}

/** Where a key leads from `active`; null when it is no moving key. */
export function rowAfter(key: string, active: number | null, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step === undefined) return null;
  if (active === null) return step === Number.POSITIVE_INFINITY ? count - 1 : 0;
  return Math.min(count - 1, Math.max(0, active + step));
}
