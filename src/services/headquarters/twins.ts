import { keyedDigest } from "../../crypto/digests.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import {
  dropOpenPairs,
  hasManyOffices,
  insertMatchKeys,
  insertPair,
  insertWords,
  listMatches,
  listTraced,
  listTracedLines,
  mapMergedNumbers,
  readLastIndexedLine,
  type Traced,
  unindexMembers,
} from "../../data/national/traces.ts";
import { LIKELY, likelihoodOf, type PersonTraits, traitsOf } from "../../domain/names/likelihood.ts";
import { matchKeys } from "../../domain/names/matchKeys.ts";
import type { MatchKey } from "./store.ts";

/** So many members are in memory at a time, with those who share a digest with one of them. */
const PAGE = 250;
/** Six bytes of a digest, which JavaScript and SQLite both count exactly. */
const KEY_DIGITS = 12;

/** Digests of name parts with birth, and of the phone: only who holds the key can make the same. */
function digestsOf(key: MatchKey, member: Traced): number[] {
  const digests = matchKeys(member).map((text) => keyedDigest(key, text).slice(0, KEY_DIGITS));
  return [...new Set(digests)].map((digest) => Number.parseInt(digest, 16));
}

function* pagesOf(ids: ReadonlySet<string>): Generator<string[]> {
  let page: string[] = [];
  for (const id of ids) {
    page.push(id);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** @param indexed members behind this line were never indexed */
function indexPage(door: NationalDoor, key: MatchKey, ids: readonly string[], indexed: number): void {
  const merged = mapMergedNumbers(door, ids);
  const members = listTraced(door, ids);
  const before = members.filter(({ line }) => line <= indexed);
  if (before.length > 0)
    unindexMembers(
      door,
      before.map(({ line }) => line),
    );
  const present = members.filter(({ gone }) => !gone);
  for (const member of present) insertWords(door, member, merged.get(member.id) ?? []);
  insertMatchKeys(
    door,
    present.map((member) => ({ member, keys: digestsOf(key, member) })),
  );
}

interface Known {
  readonly member: Traced;
  readonly traits: PersonTraits;
}

function known(members: readonly Traced[]): Map<number, Known> {
  return new Map(members.map((member) => [member.line, { member, traits: traitsOf(member) }]));
}

/** @returns how many pairs are new */
function pairPage(door: NationalDoor, ids: readonly string[]): number {
  const ours = known(listTraced(door, ids));
  const matches = listMatches(door, [...ours.keys()]);
  const theirs = known(listTracedLines(door, [...new Set(matches.map(({ other }) => other))]));
  let added = 0;
  for (const { line, other } of matches) {
    const [one, two] = [ours.get(line), theirs.get(other)];
    if (one === undefined || two === undefined) continue;
    const { likelihood, reasons } = likelihoodOf(one.traits, two.traits);
    if (likelihood < LIKELY) continue;
    if (insertPair(door, { ids: [one.member.id, two.member.id], reasons, likelihood })) added += 1;
  }
  return added;
}

/** The work of `lookForTwins`, with a rest after every page. */
function* twinSteps(
  door: NationalDoor,
  key: MatchKey,
  touched: ReadonlySet<string>,
): Generator<void, number, void> {
  const indexed = readLastIndexedLine(door);
  let more = 0;
  for (const page of pagesOf(touched)) {
    indexPage(door, key, page, indexed);
    more -= dropOpenPairs(door, page);
    yield;
  }
  if (!hasManyOffices(door)) return more;
  for (const page of pagesOf(touched)) {
    more += pairPage(door, page);
    yield;
  }
  return more;
}

/**
 * Rebuilds search words and digests of the members whose record changed, and looks for the same woman in other
 * offices. What stands in the end depends on the records alone, not on the order in which they came.
 * @returns how many open pairs there are more than before; less than none when some are no pairs any more
 */
export function lookForTwins(door: NationalDoor, key: MatchKey, touched: ReadonlySet<string>): number {
  const steps = twinSteps(door, key, touched);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** {@link lookForTwins} that lets other messages through. @throws what `breathe` throws */
export async function lookForTwinsCalmly(
  door: NationalDoor,
  key: MatchKey,
  touched: ReadonlySet<string>,
  breathe: () => Promise<void>,
): Promise<number> {
  const steps = twinSteps(door, key, touched);
  let step = steps.next();
  while (!step.done) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}
