import { readInput, requireFolderFor, writeOutput } from "./files.ts";
import { type Ask, inOffice } from "./office.ts";
import type { Command, Outcome } from "./outcome.ts";
import { type Parsed, parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  out: { type: "string" },
  fingerprint: { type: "string" },
} as const;

async function join(ask: Ask, options: Parsed): Promise<Outcome> {
  const [invitation] = options.words;
  if (invitation === undefined) throw new UsageError("sync join : une invitation");
  const out = options.required("out");
  requireFolderFor(out);
  const { bytes } = readInput(invitation);
  const preview = await ask("sync.previewInvitation", { bytes });
  const fingerprint = options.text("fingerprint") ?? preview.fingerprint;
  const enrolment = await ask("sync.join", { bytes, fingerprint });
  writeOutput(out, enrolment.bytes);
  return {
    value: { file: out, headquarters: preview.from, fingerprint: preview.fingerprint },
    lines: [
      `Inscription écrite dans ${out}.`,
      `Empreinte du siège (${preview.from}), à comparer au téléphone : ${preview.fingerprint}`,
    ],
  };
}

async function exportBundle(ask: Ask, options: Parsed): Promise<Outcome> {
  const { file, first, last } = await ask("sync.export", { folder: options.required("out") });
  return {
    value: { file, first, last },
    lines: [`${file} : écritures ${first} à ${last}, relues et vérifiées.`],
  };
}

/** `danaya sync join|export` */
export const syncCommand: Command = async ([action = "", ...args]) => {
  const options = parse(args, OPTIONS);
  if (action === "join") return inOffice(options, (ask) => join(ask, options));
  if (action === "export") return inOffice(options, (ask) => exportBundle(ask, options));
  throw new UsageError(`sync ${action} : join ou export`);
};
