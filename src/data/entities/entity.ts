import type { Tier } from "../../contract/sync.ts";

export type Scalar = string | number | null;
export type Row = Readonly<Record<string, Scalar>>;

export interface Entity {
  readonly table: string;
  readonly tier: Tier;
  /** Columns that may leave the office, in this tier's part of a bundle. */
  readonly shared: readonly string[];
  /** Columns that are journaled but never leave the office. */
  readonly local: readonly string[];
  /** The column that names a member, where the record goes with her to another office. */
  readonly follows?: string;
  /** Of a record that follows a member: what the columns are left with that tell of her, once she is erased. */
  readonly erased?: Readonly<Record<string, Scalar>>;
  /** Columns that came with a later version, and what entries from before stand for: an older office still sends those. */
  readonly added?: Readonly<Record<string, Scalar>>;
  /** Written once and never changed, but for these columns: a mistake is taken back by another record. */
  readonly final?: { readonly but: readonly string[] };
}
