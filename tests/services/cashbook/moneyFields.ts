import type { z } from "zod";

/** Greatest values of `Francs` and of `SignedFrancs`: by them an amount is known whatever its field is called. */
const GREATEST = [1_000_000_000, 1_000_000_000_000];
const PIECES = "pieces";
const METHOD = "orangeMoney";

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
}

function innerOf(definition: Definition): z.ZodType[] {
  const { element, innerType, options = [], valueType, items = [], in: before } = definition;
  return [element, innerType, valueType, before, ...options, ...items].filter((inner) => inner !== undefined);
}

/** What in an input is money: amounts, counted notes and coins, ways of paying; with the path to each. */
export function moneyFields(schema: z.ZodType, path = ""): string[] {
  const definition = schema.def as unknown as Definition;
  const { maxValue } = schema as { maxValue?: number | null };
  if (definition.type === "number") return GREATEST.includes(maxValue ?? 0) ? [path] : [];
  if (definition.type === "enum") return METHOD in (definition.entries ?? {}) ? [path] : [];
  const fields = Object.entries(definition.shape ?? {}).flatMap(([name, inner]) => {
    const inside = path === "" ? name : `${path}.${name}`;
    return name === PIECES ? [inside] : moneyFields(inner, inside);
  });
  return [...fields, ...innerOf(definition).flatMap((inner) => moneyFields(inner, path))];
}
