import type { Fork } from "../../../../src/contract/headquarters.ts";

export interface ForkKind {
  readonly entity: string;
  readonly held: number;
  readonly brought: number;
}

/** Entries on both sides of a fork by kind of record, in the order in which the two sides name them. */
export function forkKinds({ heldEntries, broughtEntries }: Fork): ForkKind[] {
  const entities = new Set([...heldEntries, ...broughtEntries].map(({ entity }) => entity));
  const entriesOf = (side: Fork["heldEntries"], entity: string) =>
    side.find((one) => one.entity === entity)?.entries ?? 0;
  return [...entities].map((entity) => ({
    entity,
    held: entriesOf(heldEntries, entity),
    brought: entriesOf(broughtEntries, entity),
  }));
}
