import type { ReceivedAnswer, SentBundle, StickFile, SyncState } from "../../../src/contract/sync.ts";

/** How many entries headquarters has not confirmed. */
export function unconfirmed(state: Pick<SyncState, "entries" | "acknowledged">): number {
  return Math.max(0, state.entries - state.acknowledged);
}

/** Headquarters confirmed all that this stick carried, by whichever way it came. */
export function isConfirmed(sent: Pick<SentBundle, "last">, state: Pick<SyncState, "acknowledged">): boolean {
  return sent.last <= state.acknowledged;
}

/** An answer that lies on the stick. */
export interface Answer {
  readonly file: StickFile;
  /** It was read before; the same file again brings nothing. */
  readonly read: boolean;
}

/** What lies on the stick, as this office sees it. */
export interface OnStick {
  readonly answers: readonly Answer[];
  readonly invitation: StickFile | null;
  /** Bundles of or for others, and this office's own that travel: left as they are. */
  readonly others: number;
}

function wasRead(file: StickFile, before: readonly ReceivedAnswer[]): boolean {
  return before.some(
    ({ kind, number, createdAt }) =>
      kind === file.kind && number === file.number && createdAt === file.createdAt,
  );
}

/** Tells apart what the stick holds, answers by their number. */
export function sortStick(files: readonly StickFile[], before: readonly ReceivedAnswer[]): OnStick {
  const ours = files.filter((file) => file.forUs);
  const answers = ours.filter(({ kind }) => kind === "receipt" || kind === "snapshot");
  const invitations = ours.filter(({ kind }) => kind === "invitation");
  return {
    answers: answers
      .toSorted((a, b) => a.number - b.number)
      .map((file) => ({ file, read: wasRead(file, before) })),
    invitation: invitations.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null,
    others: files.length - answers.length - invitations.length,
  };
}
