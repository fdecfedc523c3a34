import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** Exit codes of `danaya`. */
export const EXIT = { done: 0, refused: 1, usage: 2, damaged: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line itself is wrong: a word missing, an option unknown. */
export class UsageError extends Error {}

export const USAGE = `danaya – le bureau d'une antenne, en ligne de commande

  danaya init --data DIR --office KTL --name Koutiala --user awa [--person NOM] [--role coordinator]
              [--region REGION] [--parent CODE] [--headquarters]
  danaya members import FICHIER --data DIR --user awa [--dry-run] [--accept-doubtful] [--report refused.csv]
  danaya members search TEXTE --data DIR --user awa [--limit N]
  danaya cards print --data DIR --user awa --out cards.pdf [--all | --member NUMERO] [--single]
  danaya sync join INVITATION --data DIR --user awa --out ENROLMENT [--fingerprint "1234 …"]
  danaya sync export --data DIR --user awa --out DIR
  danaya sync import FICHIER… --data DIR --user awa
  danaya sync status --data DIR --user awa
  danaya sync snapshot --data DIR --user awa --out DIR
  danaya sync invite --office KTL --name Koutiala --data DIR --user awa --out FICHIER [--region R] [--parent CODE]
  danaya sync enrol FICHIER --data DIR --user awa [--confirm "1234 …"]
  danaya sync answer --data DIR --user awa --out DIR [--office KTL]
  danaya sync settle --office KTL --data DIR --user awa [--confirm SHA256]
  danaya sync signers --data DIR --user awa --out FICHIER
  danaya sync identity --tier TIER --data DIR --user awa --out FICHIER
  danaya insurance adjudicate DEMANDE.json --plan PLAN.json [--history HISTORIQUE.json]
  danaya report monthly --month 2026-10 --data DIR --user awa --out FICHIER.pdf [--draft | --issue]
  danaya report activity|consolidated|donor|notice --period 2026-10|2026-Q4|2026 --data DIR --user awa
              --out FICHIER.pdf [--project CODE] [--draft | --issue]
  danaya indicators [INDICATEUR…] --from 2026-01 [--to 2026-10] --data DIR --user awa
              [--by office|month|ageBand|group|donor] [--office KTL|all]
  danaya export dhis2 --month 2026-10 --mapping FICHIER --out FICHIER.json --data DIR --user awa
  danaya verify FICHIER --signers ALLOWED_SIGNERS
  danaya demo --data DIR --members N [--seed S] [--headquarters]
  danaya doctor --data DIR --user awa

  --json            réponse en JSON
  DANAYA_PASSPHRASE la phrase de passe (elle n'est jamais un argument)

  Codes de sortie : 0 fait, 1 refusé, 2 mal demandé, 3 abîmé ou pas authentique.
`;

export interface Parsed {
  readonly words: readonly string[];
  readonly json: boolean;
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** @throws UsageError when the option is missing */
  required(name: string): string;
}

const COMMON: ParseArgsOptionsConfig = { json: { type: "boolean" } };

/**
 * Parses the words after the command.
 * @param options the command's own options beside `--json`
 * @throws UsageError for unknown options and missing values
 */
export function parse(args: readonly string[], options: ParseArgsOptionsConfig): Parsed {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const text = (name: string) => {
    const value = parsed.values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    words: parsed.positionals,
    json: parsed.values.json === true,
    text,
    flag: (name) => parsed.values[name] === true,
    required: (name) => {
      const value = text(name);
      if (value === undefined || value === "") throw new UsageError(`--${name} manque`);
      return value;
    },
  };
}
