import { createElement as h, type ReactElement } from "react";
import type { Language } from "../contract/primitives.ts";
import { type ChartPicture, fullChartValue } from "../domain/reporting/chartPicture.ts";
import type { Palette } from "./palette.ts";

interface ChartTipProps {
  readonly picture: ChartPicture;
  readonly palette: Palette;
  readonly language: Language;
  readonly textSize: number;
  /** Which category. */
  readonly at: number;
}

/** The values of the category under the pointer. The table behind the chart has them for everybody else. */
export function ChartTip({ picture, palette, language, textSize, at }: ChartTipProps): ReactElement | null {
  const category = picture.categories[at];
  if (category === undefined) return null;
  const name = [category.label, category.group].filter((part) => part !== null).join(" ");
  const values = picture.series.map(({ label, values }, index) => {
    const value = values[at] ?? null;
    const text = value === null ? "–" : fullChartValue(value, picture.unit, language);
    return h(
      "div",
      { key: index, style: { display: "flex", justifyContent: "space-between", gap: 16 } },
      h("span", { style: { color: palette.soft } }, label),
      h("span", { className: "numerals" }, text),
    );
  });
  const look = {
    padding: "6px 10px",
    fontSize: textSize,
    lineHeight: 1.5,
    color: palette.ink,
    background: palette.ground,
    border: `1px solid ${palette.grid}`,
    borderRadius: 6,
  };
  return h("div", { style: look }, h("div", { style: { fontWeight: 600 } }, name), ...values);
}
