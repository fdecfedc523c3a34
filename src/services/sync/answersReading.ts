import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { sealValues } from "../../crypto/digests.ts";
import { UnsealError } from "../../crypto/sealing.ts";
import { sshPublicKey } from "../../crypto/signing.ts";
import {
  ANSWER_TIERS,
  type AnswerEntity,
  type AnswerHead,
  type AnswerRow,
  type AnswerValues,
  isAnswerEntity,
  parseAnswerRow,
} from "./answerRows.ts";
import type { OpenBundle } from "./bundleFile.ts";
import type { Part } from "./manifest.ts";
import { parseChainLine, parsePhotoLine, parseValuesLine, type ValuesLine } from "./partLines.ts";
import { TIERS } from "./parts.ts";

/** What a receipt carries, checked line by line. */
export interface AnswerContent {
  readonly tiers: readonly Tier[];
  readonly head: AnswerHead;
  of<E extends AnswerEntity>(entity: E): AnswerValues<E>[];
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

interface Announced {
  readonly entity: AnswerEntity;
  readonly id: string;
  readonly shared: string;
}

function damaged(seq: number): Refusal {
  return refuse("sync.contentDamaged", { values: { seq } }).refusal;
}

/** A file's fault that shows while it is read, as a refusal. @throws whatever is no fault of a file */
export function refusalOfContent(error: unknown, part?: Part["tier"]): ReturnType<typeof refuse> {
  if (error instanceof UnsealError) {
    if (error.reason === "notForUs") return refuse("sync.notForHere");
    return refuse("sync.partDamaged", part === undefined ? {} : { values: { part: `${part}.age` } });
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isUnreadable = error instanceof Error && (error.name === "ZodError" || error instanceof SyntaxError);
  if (code.startsWith("SQLITE_CONSTRAINT") || isUnreadable) return refuse("sync.contentDamaged");
  throw error;
}

/** The rows that the chain announces, each with its digest. */
async function readAnnounced(
  bundle: OpenBundle,
  identities: readonly string[],
): Promise<Result<Announced[]>> {
  const announced: Announced[] = [];
  for await (const line of bundle.lines("chain", identities)) {
    const seq = announced.length + 1;
    const head = parseChainLine(line);
    if (head === null || head.seq !== seq || head.shared === null)
      return refuse("sync.contentDamaged", { values: { seq } });
    if (!isAnswerEntity(head.entity)) return refuse("sync.contentDamaged", { values: { seq } });
    announced.push({ entity: head.entity, id: head.id, shared: head.shared });
  }
  return accept(announced);
}

function takeRow(
  announced: readonly Announced[],
  tier: Tier,
  { seq, salt, text }: ValuesLine,
): AnswerRow | null {
  const about = announced[seq - 1];
  if (about === undefined || ANSWER_TIERS[about.entity] !== tier) return null;
  if (sealValues(salt, text) !== about.shared) return null;
  const row = parseAnswerRow(about.entity, JSON.parse(text));
  return row?.values.id === about.id ? row : null;
}

/** One tier's rows and photographs, into `rows` at their numbers. */
async function readTier(
  lines: AsyncIterable<string>,
  about: {
    announced: readonly Announced[];
    tier: Tier;
    rows: Map<number, AnswerRow>;
    photos: Map<string, Uint8Array>;
  },
): Promise<Refusal | null> {
  const { announced, tier, rows, photos } = about;
  for await (const line of lines) {
    const values = parseValuesLine(line);
    if (values === null) {
      const photo = tier === "identity" ? parsePhotoLine(line) : null;
      if (photo === null) return damaged(rows.size);
      photos.set(photo.sha256, photo.jpeg);
      continue;
    }
    const row = takeRow(announced, tier, values);
    if (row === null || rows.has(values.seq)) return damaged(values.seq);
    rows.set(values.seq, row);
  }
  return null;
}

/**
 * Reads a receipt whole: every row that its chain announces is there, is what its digest says and has the shape of
 * its kind. Nothing is kept of one that is not.
 */
export async function readAnswer(
  bundle: OpenBundle,
  identities: readonly string[],
): Promise<Result<AnswerContent>> {
  let part: Part["tier"] = "chain";
  try {
    const announced = await readAnnounced(bundle, identities);
    if (!announced.ok) return announced;
    const rows = new Map<number, AnswerRow>();
    const photos = new Map<string, Uint8Array>();
    for (const tier of TIERS) {
      part = tier;
      const about = { announced: announced.value, tier, rows, photos };
      const refusal = await readTier(bundle.lines(tier, identities), about);
      if (refusal !== null) return { ok: false, refusal };
    }
    const missing = announced.value.findIndex((_, index) => !rows.has(index + 1));
    if (missing >= 0) return { ok: false, refusal: damaged(missing + 1) };
    return contentOf(
      [...rows].sort(([a], [b]) => a - b).map(([, row]) => row),
      photos,
      bundle.signer,
    );
  } catch (error) {
    return refusalOfContent(error, part);
  }
}

function contentOf(
  rows: readonly AnswerRow[],
  photos: ReadonlyMap<string, Uint8Array>,
  signer: Uint8Array,
): Result<AnswerContent> {
  const of = <E extends AnswerEntity>(entity: E) =>
    rows.flatMap((row) => (row.entity === entity ? [row.values as AnswerValues<E>] : []));
  const [head, ...more] = of("answer");
  if (rows[0]?.entity !== "answer" || head === undefined || more.length > 0)
    return refuse("sync.contentDamaged", { values: { seq: 1 } });
  if (head.key !== sshPublicKey(signer)) return refuse("sync.signerUnknown");
  return accept({ tiers: JSON.parse(head.tiers) as Tier[], head, of, photos });
}
