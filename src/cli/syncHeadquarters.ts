import type { ReceivedFile } from "../contract/headquarters.ts";
import { OfficeCode } from "../contract/primitives.ts";
import { refuse } from "../contract/results.ts";
import { Tier } from "../contract/sync.ts";
import { readInput, requireFolderFor, writeOutput } from "./files.ts";
import { type Ask, exitCodeOf, passphrase, sentenceOf } from "./office.ts";
import type { Outcome } from "./outcome.ts";
import { type Parsed, UsageError } from "./usage.ts";

/** @throws UsageError for what is no office code */
function officeOf(options: Parsed): string {
  const parsed = OfficeCode.safeParse(options.required("office"));
  if (!parsed.success) throw new UsageError("--office : trois capitales, comme KTL");
  return parsed.data;
}

export async function invite(ask: Ask, options: Parsed): Promise<Outcome> {
  const code = officeOf(options);
  const out = options.required("out");
  requireFolderFor(out);
  const name = options.required("name");
  const region = options.text("region") ?? name;
  const file = await ask("headquarters.invite", {
    code,
    name,
    region,
    parentCode: options.text("parent") ?? null,
  });
  writeOutput(out, file.bytes);
  const { ownFingerprint } = await ask("sync.state", {});
  return {
    value: { file: out, office: code, fingerprint: ownFingerprint },
    lines: [
      `Invitation de ${code} écrite dans ${out}.`,
      `Empreinte du siège, à lire au téléphone : ${ownFingerprint}`,
    ],
  };
}

/** Without `--confirm` shows the fingerprint to compare and changes nothing. */
export async function enrol(ask: Ask, options: Parsed): Promise<Outcome> {
  const [path] = options.words;
  if (path === undefined) throw new UsageError("sync enrol : le fichier d'inscription");
  const { bytes } = readInput(path);
  const preview = await ask("headquarters.previewEnrolment", { bytes });
  const { office, kind } = preview;
  const fingerprint = options.text("confirm");
  if (fingerprint === undefined)
    return {
      value: { office, kind, fingerprint: preview.fingerprint, confirmed: false },
      lines: [
        `Empreinte de ${office}, à comparer au téléphone : ${preview.fingerprint}`,
        `Rien n'est encore confirmé : recommencez avec --confirm "${preview.fingerprint}"`,
      ],
    };
  const line = await ask("headquarters.enrol", {
    bytes,
    fingerprint: fingerprint.trim().replace(/\s+/g, " "),
  });
  return {
    value: { office, kind, fingerprint: line.fingerprint, confirmed: true },
    lines: [`${office} est relié au siège.`],
  };
}

const WORDS: Readonly<Record<ReceivedFile["outcome"], string>> = {
  applied: "lue",
  alreadyReceived: "déjà reçue",
  waiting: "attend",
  toConfirm: "copie entière à confirmer",
  enrolmentToConfirm: "inscription à confirmer",
  keyRenewed: "nouvelle clé du bureau retenue",
  refused: "refusée",
};

/** What a person does next about it. */
function nextStep({ name, outcome, office }: ReceivedFile): string[] {
  if (outcome === "toConfirm") return [`danaya sync settle --office ${office}`];
  return outcome === "enrolmentToConfirm" ? [`danaya sync enrol ${name}`] : [];
}

function fileLine(file: ReceivedFile): string {
  const { name, outcome, entries, missing, refusal, sealedTiers } = file;
  const about = [
    ...(outcome === "applied" ? [`${entries} écritures`] : []),
    ...(missing === null ? [] : [`écritures ${missing.first} à ${missing.last} manquantes`]),
    ...(refusal === null
      ? []
      : [sentenceOf(refuse(refusal.code, refusal.values && { values: refusal.values }).refusal)]),
    ...nextStep(file),
    ...(sealedTiers.length === 0 ? [] : [`parties à lire par d'autres : ${sealedTiers.join(", ")}`]),
  ];
  return [`${name} : ${WORDS[outcome]}`, ...about].join(" – ");
}

/** Takes in bundles. Ends with the code of the first refusal, after all files were looked at. */
export async function receive(ask: Ask, options: Parsed): Promise<Outcome> {
  const report = await ask("headquarters.receive", { files: [...options.words] });
  const refused = report.files.find(({ refusal }) => refusal !== null)?.refusal;
  return {
    value: report,
    lines: report.files.map(fileLine),
    ...(refused && { exit: exitCodeOf(refuse(refused.code).refusal) }),
  };
}

export async function answer(ask: Ask, options: Parsed): Promise<Outcome> {
  const offices = options.text("office") === undefined ? null : [officeOf(options)];
  const written = await ask("headquarters.answer", { offices, folder: options.required("out") });
  return {
    value: { answers: written },
    lines: written.map(
      ({ file, office, acknowledged }) => `${file} : pour ${office}, jusqu'à l'écriture ${acknowledged}`,
    ),
  };
}

/** Without `--confirm` shows what a snapshot would change; with its SHA-256 it becomes headquarters' copy. */
export async function settle(ask: Ask, options: Parsed): Promise<Outcome> {
  const office = officeOf(options);
  const sha256 = options.text("confirm");
  if (sha256 === undefined) {
    const view = await ask("headquarters.readSnapshot", { office });
    return {
      value: view,
      lines: [
        `${office} : ${view.heldLast} écritures au siège, ${view.broughtLast} dans la copie, différentes à partir de ${view.differsFrom ?? "aucune"}.`,
        ...view.counts.map(
          ({ entity, onlyHeld, onlyBrought, changed }) =>
            `${entity} : ${onlyHeld} seulement au siège, ${onlyBrought} seulement dans la copie, ${changed} différents`,
        ),
        `Rien n'est encore confirmé : recommencez avec --confirm ${view.sha256}`,
      ],
    };
  }
  const file = await ask("headquarters.confirmSnapshot", { office, sha256 });
  return { value: file.line, lines: [`${office} : la copie entière fait foi (période ${file.line.epoch}).`] };
}

export async function signers(ask: Ask, options: Parsed): Promise<Outcome> {
  const out = options.required("out");
  requireFolderFor(out);
  const { bytes } = await ask("headquarters.exportSigners", {});
  writeOutput(out, bytes);
  return { value: { file: out }, lines: [`Clés connues écrites dans ${out}.`] };
}

/** A tier's age identity; asks for the coordinator's passphrase, which the environment has. */
export async function identity(ask: Ask, options: Parsed): Promise<Outcome> {
  const tier = Tier.safeParse(options.required("tier"));
  if (!tier.success) throw new UsageError(`--tier : ${Tier.options.join(", ")}`);
  const out = options.required("out");
  requireFolderFor(out);
  const { bytes } = await ask("headquarters.exportIdentity", { tier: tier.data, passphrase: passphrase() });
  writeOutput(out, bytes);
  return {
    value: { file: out, tier: tier.data },
    lines: [`Clé de lecture ${tier.data} écrite dans ${out}.`],
  };
}
