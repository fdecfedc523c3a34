import { readInput, requireFolderFor, writeOutput } from "./files.ts";
import { type Ask, inOffice } from "./office.ts";
import type { Command, Outcome } from "./outcome.ts";
import { answer, enrol, identity, invite, receive, settle, signers } from "./syncHeadquarters.ts";
import { importAnswer, snapshot, status } from "./syncOffice.ts";
import { type Parsed, parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  user: { type: "string" },
  out: { type: "string" },
  fingerprint: { type: "string" },
  office: { type: "string" },
  name: { type: "string" },
  region: { type: "string" },
  parent: { type: "string" },
  confirm: { type: "string" },
  tier: { type: "string" },
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

async function isHeadquarters(ask: Ask): Promise<boolean> {
  const state = await ask("office.state", {});
  return state.stage === "open" && state.office.headquarters;
}

/** Headquarters takes in the offices' bundles, an office headquarters' answers. */
async function importFiles(ask: Ask, options: Parsed): Promise<Outcome> {
  if (options.words.length === 0) throw new UsageError("sync import : un ou plusieurs fichiers");
  return (await isHeadquarters(ask)) ? receive(ask, options) : importAnswer(ask, options);
}

async function showStatus(ask: Ask): Promise<Outcome> {
  return status(ask, await isHeadquarters(ask));
}

const ACTIONS: Readonly<Record<string, (ask: Ask, options: Parsed) => Promise<Outcome>>> = {
  join,
  export: exportBundle,
  import: importFiles,
  status: showStatus,
  snapshot,
  invite,
  enrol,
  answer,
  settle,
  signers,
  identity,
};

/** `danaya sync join|export|import|status|snapshot` at an office; `invite|enrol|answer|settle|signers|identity` at headquarters. */
export const syncCommand: Command = async ([action = "", ...args]) => {
  const options = parse(args, OPTIONS);
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (run === undefined) throw new UsageError(`sync ${action} : ${Object.keys(ACTIONS).join(", ")}`);
  return inOffice(options, (ask) => run(ask, options));
};
