import { csvText, inventedWomen, registerRows } from "../support/registers.ts";

/** A register of so many invented women as a CSV file in UTF-8; the same seed makes the same file. */
export function registerFile(women: number, seed = 2026): Uint8Array {
  return new TextEncoder().encode(csvText(registerRows(inventedWomen(women, seed)), ";"));
}
