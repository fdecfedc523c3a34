/**
 * Fills a sentence of a catalogue. `{{name}}` stands for a value; a part in `[[ ]]` is said only when all the values
 * that it names are there.
 */
export function fillSentence(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      namesIn(part).every((name) => name in values) ? part : "",
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

function namesIn(part: string): string[] {
  return [...part.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "");
}
