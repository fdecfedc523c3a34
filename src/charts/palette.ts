/**
 * The colours of a chart, as SVG writes them. The screen gives CSS variables, which follow light and dark, the
 * paper fixed colours. No series is told by its colour alone.
 */
export interface Palette {
  /** Behind the chart, and inside hollow bars and marks. */
  readonly ground: string;
  readonly ink: string;
  /** Texts of the axes, and the series that stands back. */
  readonly soft: string;
  readonly grid: string;
  /** The first series. */
  readonly strong: string;
  /** The second series, and the target. */
  readonly warm: string;
}

/** The screen's colours: variables of `renderer/app/theme.css`. */
export const SCREEN_PALETTE: Palette = {
  ground: "var(--surface)",
  ink: "var(--ink)",
  soft: "var(--ink-soft)",
  grid: "var(--line)",
  strong: "var(--indigo-ink)",
  warm: "var(--ochre)",
};
