/** Keys of a French keyboard → what the same keys are on an American one, as far as a card's text needs them. */
const FRENCH_KEYS: Readonly<Record<string, string>> = {
  "&": "1",
  é: "2",
  '"': "3",
  "'": "4",
  "(": "5",
  "-": "6",
  è: "7",
  _: "8",
  ç: "9",
  à: "0",
  ")": "-",
  A: "Q",
  Q: "A",
  Z: "W",
  W: "Z",
  M: ":",
  "?": "M",
  ",": "M",
};

/**
 * What a scanner typed, made good where it takes the French keyboard for an American one (`DNY&MKTL)àààé')_` is then
 * `DNY1:KTL-00024-8`). Any other text comes back trimmed.
 */
export function scannedText(typed: string): string {
  const text = typed.trim();
  if (!/^DNY&M/i.test(text)) return text;
  return [...text.toUpperCase().normalize("NFC")]
    .map((key) => FRENCH_KEYS[key] ?? FRENCH_KEYS[key.toLowerCase()] ?? key)
    .join("");
}
