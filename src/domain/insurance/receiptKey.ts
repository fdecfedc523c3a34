/**
 * Receipt numbers are copied by hand: capitals, blanks and punctuation do not make two of one.
 * @returns null where there is no number
 */
export function receiptKey(receiptNumber: string): string | null {
  const key = receiptNumber
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return key === "" ? null : key;
}
