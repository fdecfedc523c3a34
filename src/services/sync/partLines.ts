import { sha256Hex } from "../../crypto/digests.ts";
import type { EntryHead } from "../../data/journalWriter.ts";

/*
 * The lines of a bundle's parts, to the letter of docs/bundles.md: canonical JSON in its one form, nothing else.
 */

const CHAIN =
  /^\{"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","by":"([0-9a-f-]{36})","entity":"([a-z_]{1,40})","id":"([^"\\\p{Cc}]{1,200})","local":(?:null|"([0-9a-f]{64})"),"op":"(insert|update|erase)","seq":(\d{1,15}),"shared":(?:null|"([0-9a-f]{64})")\}$/u;
const VALUES = /^\{"salt":"([0-9a-f]{32})","seq":(\d{1,15}),"values":(\{.*\})\}$/;
const PHOTO = /^\{"jpeg":"([A-Za-z0-9+/]+=*)","sha256":"([0-9a-f]{64})"\}$/;
const BY = ',"by":';

/** One entry's head; null for anything else. */
export function parseChainLine(line: string): Omit<EntryHead, "before"> | null {
  const found = CHAIN.exec(line);
  if (found === null) return null;
  const [, at = "", by = "", entity = "", id = "", local = null, op = "", seq = "", shared = null] = found;
  return { at, by, entity, id, local, op, seq: Number(seq), shared };
}

/** The chain's hash after the entry of this line. */
export function hashAfterLine(before: string, line: string): string {
  const cut = line.indexOf(BY);
  return sha256Hex(`${line.slice(0, cut)},"before":"${before}"${line.slice(cut)}`);
}

export interface ValuesLine {
  readonly salt: Uint8Array;
  readonly seq: number;
  /** As they stand there: their digest is over this text. */
  readonly text: string;
}

export function parseValuesLine(line: string): ValuesLine | null {
  const found = VALUES.exec(line);
  if (found === null) return null;
  const [, salt = "", seq = "", text = ""] = found;
  return { salt: new Uint8Array(Buffer.from(salt, "hex")), seq: Number(seq), text };
}

/** A picture that is what its digest says; null for anything else. */
export function parsePhotoLine(line: string): { sha256: string; jpeg: Uint8Array } | null {
  const [, base64 = "", sha256 = ""] = PHOTO.exec(line) ?? [];
  const jpeg = Buffer.from(base64, "base64");
  return base64 !== "" && sha256Hex(jpeg) === sha256 ? { sha256, jpeg: new Uint8Array(jpeg) } : null;
}
