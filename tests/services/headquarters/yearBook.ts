import type { OfficeLine, ReceivedFile } from "../../../src/contract/headquarters.ts";
import type { Records } from "./yearSums.ts";

/*
 * The test's own book of what happened to each stick. It knows the rules of the format (docs/bundles.md) and foretells
 * what headquarters has to say of each file; it shares no code with the product.
 */

export const NOTHING = "0".repeat(64);

/** A bundle as the office wrote it. */
export interface Stick {
  readonly office: string;
  readonly number: number;
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
  /** The chain's hash before the first entry, then after each. */
  readonly hashes: readonly string[];
  /** The signing key, as it is read aloud. */
  readonly key: string;
  /** Its file, and what else of ours lies beside it. */
  readonly file: string;
  /** The office's records as a whole copy has them. */
  readonly records: Records;
  readonly renewal: { readonly file: string; readonly key: string } | null;
}

/** A file that lies before headquarters under this name. */
export type Arrival =
  | { readonly name: string; readonly what: "bundle"; readonly stick: Stick; readonly isDamaged: boolean }
  | { readonly name: string; readonly what: "renewal"; readonly stick: Stick; readonly key: string };

export type Foretold = Pick<ReceivedFile, "name" | "outcome" | "entries" | "missing"> & {
  /** `damaged` stands for every code that says so. */
  readonly code: string | null;
};

interface Held {
  epoch: number;
  /** The chain's hash after each entry, the start at 0. */
  hashes: string[];
  waiting: Stick[];
  toConfirm: Stick[];
  /** The present key, those before it, those that count no more. */
  key: string;
  renewed: string[];
  revoked: string[];
  isForked: boolean;
  /** A new laptop that has not shown yet that it took its office back. */
  isRecovering: boolean;
}

const headOf = (held: Held) => held.hashes.length - 1;

function isSame(a: Stick, b: Stick): boolean {
  return a.file === b.file;
}

function keep(list: Stick[], stick: Stick): void {
  if (!list.some((other) => isSame(other, stick))) list.push(stick);
}

/** The first place where the stick's chain is not the one that is held; null where it continues it. */
function partsAt(held: Held, stick: Stick): number | null {
  for (const [index, hash] of stick.hashes.entries()) {
    const seq = stick.first - 1 + index;
    if (seq > headOf(held)) return null;
    if (held.hashes[seq] !== hash) return seq;
  }
  return null;
}

export class Book {
  readonly #offices = new Map<string, Held>();

  held(office: string): Held {
    const held = this.#offices.get(office);
    if (held === undefined) throw new Error(`the book has no ${office}`);
    return held;
  }

  /** Headquarters' laptop as it was, for the day on which it is put back. */
  copy(): Book {
    const book = new Book();
    for (const [office, held] of this.#offices) book.#offices.set(office, structuredClone(held));
    return book;
  }

  enrol(office: string, key: string): void {
    const known = this.#offices.get(office);
    if (known === undefined)
      this.#offices.set(office, {
        ...{ epoch: 1, hashes: [NOTHING], waiting: [], toConfirm: [] },
        ...{ key, renewed: [], revoked: [], isForked: false, isRecovering: false },
      });
    else Object.assign(known, { key, isRecovering: headOf(known) > 0 });
  }

  revoke(office: string): void {
    const held = this.held(office);
    held.revoked.push(held.key);
    held.key = "";
  }

  /** What headquarters has to say of these files, given to it at once. */
  receive(arrivals: readonly Arrival[]): Foretold[] {
    const order = (arrival: Arrival) =>
      arrival.what === "renewal"
        ? "0"
        : `1 ${arrival.stick.office} ${arrival.stick.epoch} ${String(arrival.stick.first).padStart(9, "0")}`;
    const sorted = arrivals.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    return sorted.map((arrival) => ({ name: arrival.name, ...this.#take(arrival) }));
  }

  #take(arrival: Arrival): Omit<Foretold, "name"> {
    const held = this.held(arrival.stick.office);
    const plain = { entries: 0, missing: null, code: null };
    const refused = (code: string) => ({ ...plain, outcome: "refused" as const, code });
    if (arrival.what === "renewal") return this.#renew(held, arrival.key);
    if (arrival.isDamaged) return refused("damaged");
    const { stick } = arrival;
    if (held.revoked.includes(stick.key)) return refused("headquarters.keyRevoked");
    if (stick.key !== held.key && !held.renewed.includes(stick.key))
      return refused("headquarters.keyUnknown");
    if (stick.epoch < held.epoch) return refused("headquarters.oldEpoch");
    held.isRecovering &&= stick.epoch === held.epoch && stick.first <= headOf(held) + 1;
    if (stick.epoch > held.epoch && stick.first === 1) {
      keep(held.toConfirm, stick);
      return { ...plain, outcome: "toConfirm" };
    }
    const next = stick.epoch > held.epoch ? 1 : headOf(held) + 1;
    if (stick.first > next) {
      keep(held.waiting, stick);
      return { ...plain, outcome: "waiting", missing: { first: next, last: stick.first - 1 } };
    }
    if (partsAt(held, stick) !== null) {
      held.isForked = true;
      return refused("headquarters.fork");
    }
    const before = headOf(held);
    held.isRecovering = false;
    this.#append(held, stick);
    const entries = headOf(held) - before;
    return { ...plain, outcome: stick.last <= before ? "alreadyReceived" : "applied", entries };
  }

  #renew(held: Held, key: string): Omit<Foretold, "name"> {
    const plain = { entries: 0, missing: null, code: null };
    if (held.key === key) return { ...plain, outcome: "alreadyReceived" };
    held.renewed.push(held.key);
    held.key = key;
    return { ...plain, outcome: "keyRenewed" };
  }

  #append(held: Held, stick: Stick): void {
    held.hashes.push(...stick.hashes.slice(held.hashes.length - stick.first + 1));
    held.waiting = held.waiting.filter((other) => !isSame(other, stick));
    this.#follow(held);
  }

  /** What waited for the entries that are here now. */
  #follow(held: Held): void {
    const next = held.waiting.find(({ epoch, first }) => epoch === held.epoch && first <= headOf(held) + 1);
    if (next === undefined) return;
    if (partsAt(held, next) !== null) throw new Error("the story lets no bundle wait that parts");
    this.#append(held, next);
  }

  /** The whole copy that a person is asked about. */
  toConfirm(office: string): Stick | undefined {
    return this.held(office).toConfirm.toSorted((a, b) => b.epoch - a.epoch || b.number - a.number)[0];
  }

  confirm(office: string): void {
    const held = this.held(office);
    const stick = this.toConfirm(office);
    if (stick === undefined) throw new Error("nothing to confirm");
    const waiting = held.waiting.filter(({ epoch }) => epoch === stick.epoch);
    const { epoch, hashes } = stick;
    Object.assign(held, { epoch, hashes: [...hashes], waiting, toConfirm: [], isForked: false });
    this.#follow(held);
  }

  /** What the page «Antennes» has to show of an office. */
  line(office: string): Partial<OfficeLine> {
    const held = this.held(office);
    const inEpoch = held.waiting.filter(({ epoch }) => epoch === held.epoch);
    const first = Math.min(...inEpoch.map((stick) => stick.first));
    const isGap = inEpoch.length > 0 && first > headOf(held) + 1;
    return {
      held: headOf(held),
      epoch: held.epoch,
      waitingBundles: held.waiting.length,
      missing: isGap ? { first: headOf(held) + 1, last: first - 1 } : null,
      forked: held.isForked,
      snapshotToConfirm: held.toConfirm.length > 0,
      sealedTiers: [],
    };
  }

  head(office: string): number {
    return headOf(this.held(office));
  }
}
