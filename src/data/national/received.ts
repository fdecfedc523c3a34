import { Tier } from "../../contract/sync.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { NationalDoor } from "./door.ts";

/** A bundle that an office sent and headquarters took or keeps waiting. */
export interface StoredBundle {
  readonly sha256: string;
  readonly office: string;
  /** The fingerprint of the key that signed it. */
  readonly key: string;
  readonly number: number;
  readonly kind: "journal" | "snapshot";
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
  readonly createdAt: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly tiers: readonly Tier[];
  readonly state: "applied" | "waiting" | "toConfirm";
  /** Its file is kept: it waits, or a part of it does. */
  readonly kept: boolean;
}

function bundleFromRow(row: Row): StoredBundle {
  return {
    sha256: String(row.sha256),
    office: String(row.office),
    key: String(row.key),
    number: Number(row.number),
    kind: row.kind === "snapshot" ? "snapshot" : "journal",
    epoch: Number(row.epoch),
    first: Number(row.first),
    last: Number(row.last),
    createdAt: String(row.created_at),
    receivedAt: String(row.received_at),
    bytes: Number(row.bytes),
    tiers: Tier.array().parse(JSON.parse(String(row.tiers))),
    state: row.state === "applied" ? "applied" : row.state === "waiting" ? "waiting" : "toConfirm",
    kept: row.kept === 1,
  };
}

export function readBundleRow(reader: Reader, sha256: string): StoredBundle | undefined {
  const row = reader.get("SELECT * FROM bundle WHERE sha256 = @sha256", { sha256 });
  return row === undefined ? undefined : bundleFromRow(row);
}

/** All bundles of an office, the newest first. */
export function listBundleRows(reader: Reader, office: string): StoredBundle[] {
  return reader
    .all("SELECT * FROM bundle WHERE office = @office ORDER BY epoch DESC, number DESC, first DESC, sha256", {
      office,
    })
    .map(bundleFromRow);
}

/** The bundle that was made last among those that came: highest number, in the newest epoch. */
export function readNewestBundle(reader: Reader, office: string): StoredBundle | undefined {
  const row = reader.get(
    "SELECT * FROM bundle WHERE office = @office ORDER BY epoch DESC, number DESC LIMIT 1",
    { office },
  );
  return row === undefined ? undefined : bundleFromRow(row);
}

/**
 * The bundle of an office that shows it was set back: one with the same or a higher number than another that goes
 * further. An office always sends all that it has, so it had less when it made that one. A new laptop counts anew, and
 * has a key of its own.
 */
export function readSetBack(reader: Reader, office: string, epoch: number): StoredBundle | undefined {
  const row = reader.get(
    `SELECT late.* FROM bundle AS late WHERE late.office = @office AND late.epoch = @epoch AND late.state = 'applied'
       AND EXISTS (SELECT 1 FROM bundle AS early WHERE early.office = @office AND early.epoch = @epoch
         AND early.key = late.key AND early.sha256 <> late.sha256 AND early.number <= late.number AND early.last > late.last)
     ORDER BY late.number DESC LIMIT 1`,
    { office, epoch },
  );
  return row === undefined ? undefined : bundleFromRow(row);
}

/** Bundles that wait for those before them, in the order in which they can be taken. */
export function listWaiting(reader: Reader, office: string, epoch: number): StoredBundle[] {
  return reader
    .all(
      "SELECT * FROM bundle WHERE office = @office AND epoch = @epoch AND state = 'waiting' ORDER BY first, last, sha256",
      { office, epoch },
    )
    .map(bundleFromRow);
}

/** Applied bundles of which a part may still wait for a reader, in order. */
export function listKeptApplied(reader: Reader): StoredBundle[] {
  return reader
    .all(
      "SELECT * FROM bundle WHERE state = 'applied' AND kept = 1 ORDER BY office, epoch, first, last, sha256",
    )
    .map(bundleFromRow);
}

export function readToConfirm(reader: Reader, office: string): StoredBundle | undefined {
  const row = reader.get(
    "SELECT * FROM bundle WHERE office = @office AND state = 'toConfirm' ORDER BY epoch DESC, number DESC LIMIT 1",
    { office },
  );
  return row === undefined ? undefined : bundleFromRow(row);
}

export function insertBundleRow(door: NationalDoor, bundle: StoredBundle): void {
  door.run(
    `INSERT INTO bundle (sha256, office, key, number, kind, epoch, first, last, created_at, received_at, bytes, tiers,
       state, kept)
     VALUES (@sha256, @office, @key, @number, @kind, @epoch, @first, @last, @createdAt, @receivedAt, @bytes, @tiers,
       @state, @kept)
     ON CONFLICT (sha256) DO UPDATE SET state = excluded.state, kept = excluded.kept`,
    { ...bundle, tiers: JSON.stringify(bundle.tiers), kept: bundle.kept ? 1 : 0 },
  );
}

export function updateKept(door: NationalDoor, sha256: string, kept: boolean): void {
  door.run("UPDATE bundle SET kept = @kept WHERE sha256 = @sha256", { sha256, kept: kept ? 1 : 0 });
}

export function deleteBundleRow(door: NationalDoor, sha256: string): void {
  door.run("DELETE FROM bundle WHERE sha256 = @sha256", { sha256 });
}

/** What headquarters saw of an office's fork, as JSON; null when its chain is one. */
export function readForkText(reader: Reader, office: string): string | null {
  const row = reader.get("SELECT seen FROM fork WHERE office = @office", { office });
  return row === undefined ? null : String(row.seen);
}

export function writeFork(door: NationalDoor, office: string, seen: string): void {
  door.run(
    "INSERT INTO fork (office, seen) VALUES (@office, @seen) ON CONFLICT (office) DO UPDATE SET seen = excluded.seen",
    { office, seen },
  );
}

export function deleteFork(door: NationalDoor, office: string): void {
  door.run("DELETE FROM fork WHERE office = @office", { office });
}
