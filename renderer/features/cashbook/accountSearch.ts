import { plain } from "../../lib/plainText.ts";

/** `612 telephone` fits « 6126 · Téléphone et internet »: every word that is typed begins a word of the label. */
export function fitsAccount(label: string, typed: string): boolean {
  const words = plain(label).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
