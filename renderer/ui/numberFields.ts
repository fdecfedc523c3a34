/** How numbers are typed. */
export const FRANCS = {
  min: 0,
  allowDecimal: false,
  allowNegative: false,
  thousandSeparator: "\u202f",
  suffix: "\u00a0F\u00a0CFA",
  hideControls: true,
} as const;

export const PERCENT = {
  min: 0,
  max: 100,
  allowDecimal: false,
  allowNegative: false,
  suffix: "\u00a0%",
  hideControls: true,
} as const;

export const WHOLE = { min: 0, allowDecimal: false, allowNegative: false } as const;
