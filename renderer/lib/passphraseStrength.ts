import { useEffect, useState } from "react";

/** 0 too easy … 4 very good; from 3 on, and 10 characters, the service accepts it. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export const SHORTEST = 10;
export const ENOUGH: Strength = 3;

type Scorer = (passphrase: string, about: string[]) => Strength;

let scorer: Promise<Scorer> | null = null;

/** The word lists are heavy: they come only when somebody chooses a passphrase. */
function loadScorer(): Promise<Scorer> {
  scorer ??= Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]).then(([core, common, french]) => {
    const zxcvbn = new core.ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...french.dictionary },
      graphs: common.adjacencyGraphs,
      translations: french.translations,
    });
    return (passphrase, about) => zxcvbn.check(passphrase, about).score as Strength;
  });
  return scorer;
}

/**
 * How hard it is to guess.
 * @param about  words that belong to the person or her office, which make it weaker
 * @returns null for an empty one, and until the word lists are there
 */
export function useStrength(passphrase: string, about: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const words = about.join("\n");
  useEffect(() => {
    let current = true;
    if (passphrase === "") setStrength(null);
    else
      void loadScorer().then((score) => {
        if (current) setStrength(capped(passphrase, score(passphrase, words.split("\n"))));
      });
    return () => {
      current = false;
    };
  }, [passphrase, words]);
  return strength;
}

function capped(passphrase: string, strength: Strength): Strength {
  return [...passphrase].length < SHORTEST && strength >= ENOUGH ? 2 : strength;
}
