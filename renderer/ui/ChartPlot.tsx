import { useElementSize } from "@mantine/hooks";
import { Chart } from "../../src/charts/Chart.ts";
import { SCREEN_PALETTE } from "../../src/charts/palette.ts";
import type { ChartPicture } from "../../src/domain/reporting/chartPicture.ts";
import { useLanguage } from "../lib/refusals.ts";

const TEXT_SIZE = 12;

interface ChartPlotProps {
  readonly picture: ChartPicture;
  /** Pixels; the width is what the page has. */
  readonly height: number;
  /** What it is for who cannot see it; null where several are one picture that is named around them. */
  readonly label: string | null;
}

/** A chart alone, as wide as its place: the table of the same numbers stands beside it. */
export function ChartPlot({ picture, height, label }: ChartPlotProps) {
  const language = useLanguage();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const named = label === null ? {} : ({ role: "img", "aria-label": label } as const);
  return (
    <div ref={ref} style={{ height }} {...named}>
      {width > 0 && (
        <Chart
          picture={picture}
          width={width}
          height={height}
          textSize={TEXT_SIZE}
          palette={SCREEN_PALETTE}
          language={language}
          hasTip
        />
      )}
    </div>
  );
}
