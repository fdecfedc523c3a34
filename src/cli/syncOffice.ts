import type { OfficeLine } from "../contract/headquarters.ts";
import type { SyncState } from "../contract/sync.ts";
import type { Ask } from "./office.ts";
import type { Outcome } from "./outcome.ts";
import type { Parsed } from "./usage.ts";

/** `2026-11-12T…` as it is said: 12/11/2026. */
function day(instant: string | null): string {
  return instant === null ? "—" : instant.slice(0, 10).split("-").reverse().join("/");
}

function partingLine({ parting }: Pick<SyncState, "parting">): string[] {
  if (parting === null) return [];
  const why =
    parting.kind === "behind"
      ? `le siège a ${parting.held} écritures, ce bureau ${parting.own}`
      : `l'histoire du siège n'est plus celle de ce bureau`;
  return [`Attention : ${why}. Envoyez une copie entière : danaya sync snapshot --out DIR`];
}

/** Reads headquarters' answers among the files. */
export async function importAnswer(ask: Ask, options: Parsed): Promise<Outcome> {
  const report = await ask("sync.importAnswer", { files: [...options.words] });
  return {
    value: report,
    lines: [
      `Le siège a tout jusqu'au ${day(report.acknowledgedUntil)} (écriture ${report.acknowledged}) ; ${report.notAcknowledged} pas encore confirmées.`,
      ...report.arrived.map((number) => `Arrivée : ${number}`),
      ...report.departed.map(({ number, to }) => `Partie pour ${to} : ${number}`),
      ...(report.suggestions > 0 ? [`Rapprochements à vérifier : ${report.suggestions}`] : []),
      ...(report.recovered === null ? [] : [`Reprise depuis le siège : ${report.recovered} écritures.`]),
      ...partingLine(report),
    ],
  };
}

/** The whole journal under a new epoch. */
export async function snapshot(ask: Ask, options: Parsed): Promise<Outcome> {
  const { file, first, last } = await ask("sync.snapshot", { folder: options.required("out") });
  return {
    value: { file, first, last },
    lines: [`${file} : copie entière, écritures ${first} à ${last}, relues et vérifiées.`],
  };
}

function officeStatus(state: SyncState): string[] {
  return [
    `Empreinte : ${state.ownFingerprint}`,
    state.headquarters === null ? "Pas encore relié au siège." : `Siège : ${state.headquarters.code}`,
    `Le siège a tout jusqu'au ${day(state.acknowledgedUntil)} ; ${state.entries - state.acknowledged} écritures pas encore confirmées.`,
    ...partingLine(state),
  ];
}

function officeLine(line: OfficeLine): string {
  const warnings = [
    ...(line.forked ? ["séparée"] : []),
    ...(line.snapshotToConfirm ? ["copie entière à confirmer"] : []),
    ...(line.missing ? [`attend ${line.missing.first} à ${line.missing.last}`] : []),
    ...(line.sealedTiers.length > 0 ? [`à lire : ${line.sealedTiers.join(", ")}`] : []),
    ...(line.standing === "active" ? [] : [line.standing === "invited" ? "invitée" : "clé annulée"]),
  ];
  const last = line.lastBundle === null ? "aucune clé" : `clé n° ${line.lastBundle.number}`;
  const until = line.heldUntil === null ? "" : `, écritures jusqu'au ${day(line.heldUntil)} (${line.held})`;
  return [`${line.code} ${line.name} : ${last}${until}`, ...warnings].join(" ; ");
}

/** Where the office stands with headquarters; at headquarters, where all offices stand. */
export async function status(ask: Ask, headquarters: boolean): Promise<Outcome> {
  const state = await ask("sync.state", {});
  if (!headquarters) return { value: state, lines: officeStatus(state) };
  const offices = await ask("headquarters.offices", {});
  return {
    value: { fingerprint: state.ownFingerprint, offices },
    lines: [`Empreinte du siège : ${state.ownFingerprint}`, ...offices.map(officeLine)],
  };
}
