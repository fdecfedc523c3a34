import { foldText } from "./foldText.ts";
import { remember } from "./remember.ts";

/**
 * Spelling variants of one sound in the way Malian names are written in French, English and Bambara. In this order:
 * digraphs before single letters. Not a phonetic alphabet: only what people really exchange.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // Diarra, Djarra, Dyara, Jara; Kadidia, Kadidja
  [/d[jiy]h?(?=[aeiou])/g, "j"],
  [/dj/g, "j"],
  // Niagalé, Gnagalé, Nyagale
  [/gn/g, "n"],
  [/n[yi](?=[aou])/g, "n"],
  // Tchiè, Tiè
  [/t(?:ch|i(?=[aeou]))/g, "x"],
  [/[cs]h/g, "x"],
  [/ph/g, "f"],
  [/([kgt])h/g, "$1"],
  // Cissé, Sissé; Coulibaly, Kulibali
  [/c(?=[eiy])/g, "s"],
  [/qu?|ck?/g, "k"],
  [/gu(?=[eiy])/g, "g"],
  // Ouattara, Watara; Fatoumata, Fatumata
  [/oo|ou/g, "u"],
  [/w/g, "u"],
  [/y/g, "i"],
  [/z/g, "s"],
  // Habibatou, Abibatou; Mah, Ma
  [/h/g, ""],
  [/(.)\1+/g, "$1"],
];
const LONE_CONSONANT = /(?<=^| )([bcdfghjklmnpqrstvwxz]) (?=[a-z])/g;

/** `n deye` and `m pe` are one word each: the apostrophe of N'Deye is a matter of taste. */
function joinLoneConsonants(folded: string): string {
  return folded.replace(LONE_CONSONANT, "$1");
}

const soundOf = remember((word: string): string => {
  let sound = word;
  for (const [spelling, kept] of SOUNDS) sound = sound.replace(spelling, kept);
  if (sound.length > 3 && sound.endsWith("e")) sound = sound.slice(0, -1);
  return sound === "" ? word : sound;
});

const soundsOf = remember((name: string): readonly string[] => {
  const words = joinLoneConsonants(foldText(name));
  return words === "" ? [] : words.split(" ").map(soundOf);
});

/** The sounds of a name's words, in their order: two spellings of one name share them. */
export function nameKeys(name: string): readonly string[] {
  return soundsOf(name);
}

/** The sound of a whole surname, as one word: `N'Guessan` = `Nguessan`, `Diarra` = `Djara`. */
export function nameKey(name: string): string {
  return nameKeys(name).join("");
}
