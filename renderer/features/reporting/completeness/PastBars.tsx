import classes from "./Completeness.module.css";
import { barHeights } from "./completenessView.ts";

const BAR = 5;
const GAP = 2;
const HEIGHT = 28;
/** A month with nothing still has its place. */
const FOOT = 1;

interface PastBarsProps {
  /** Oldest first; the last is the month that is looked at. */
  readonly months: readonly { readonly month: string; readonly value: number }[];
  /** The past in words, for who does not see it. */
  readonly label: string;
}

/** A small history: the month that is looked at stands out at its end. */
export function PastBars({ months, label }: PastBarsProps) {
  const heights = barHeights(months.map(({ value }) => value));
  const width = months.length * (BAR + GAP);
  return (
    <svg width={width} height={HEIGHT} className={classes.bars} role="img" aria-label={label}>
      {months.map(({ month }, at) => {
        const height = Math.max(FOOT, (heights[at] ?? 0) * HEIGHT);
        return (
          <rect
            key={month}
            x={at * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className={at === months.length - 1 ? classes.now : classes.past}
          />
        );
      })}
    </svg>
  );
}
