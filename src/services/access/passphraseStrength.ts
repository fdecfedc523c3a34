import { accept, type Result, refuse } from "../../contract/results.ts";

const SHORTEST = 10;
/** zxcvbn's scale from 0 to 4; 3 is "safely unguessable: moderate protection from offline slow-hash scenario". */
const LEAST_SCORE = 3;

let checker: Promise<(passphrase: string, about: string[]) => number> | null = null;

async function loadChecker() {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]);
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (passphrase: string, about: string[]) => factory.check(passphrase, about).score;
}

/**
 * Refuses a passphrase that is short or that guessing programs find early (`access.passphraseWeak`).
 * @param about words that make a poor passphrase here: login, name, office
 */
export async function requireStrong(
  passphrase: string,
  about: readonly string[],
  field: string,
): Promise<Result<null>> {
  checker ??= loadChecker();
  const score = (await checker)(passphrase, ["danaya", ...about]);
  return passphrase.length >= SHORTEST && score >= LEAST_SCORE
    ? accept(null)
    : refuse("access.passphraseWeak", { field });
}
