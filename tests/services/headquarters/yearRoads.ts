import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dice } from "../../../src/services/demo/dice.ts";
import { makeFolder } from "../../support/office.ts";
import type { Arrival, Stick } from "./yearBook.ts";

/** What becomes of a stick between an office and Bamako. */
export type Fate = "arrives" | "lost" | "late" | "doubled" | "damaged";

export function rollFate(dice: Dice): Fate {
  const rolled = dice.roll(100);
  if (rolled < 14) return "lost";
  if (rolled < 30) return "late";
  if (rolled < 42) return "doubled";
  return rolled < 54 ? "damaged" : "arrives";
}

const SEALED = "age-encryption.org/v1";

/** A copy in which one bit within a sealed part is another, or that ends too early. */
export function damage(dice: Dice, from: string, to: string): void {
  const bytes = Buffer.from(readFileSync(from));
  if (dice.percent(40)) {
    writeFileSync(to, bytes.subarray(0, 1 + dice.roll(bytes.length - 1)));
    return;
  }
  const parts: number[] = [];
  for (let at = bytes.indexOf(SEALED); at >= 0; at = bytes.indexOf(SEALED, at + 1)) parts.push(at);
  const at = dice.pick(parts) + SEALED.length + dice.roll(150);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.roll(8));
  writeFileSync(to, bytes);
}

interface Travelling {
  readonly stick: Stick;
  readonly fate: Fate;
  readonly month: number;
}

/** The sticks that are on their way, and how each fared. */
export class Roads {
  /** How many sticks fared so. */
  readonly fates = new Map<Fate, number>();
  /** Those that never came, or not whole. */
  readonly gone: Stick[] = [];
  #travelling: Travelling[] = [];
  readonly #inbox = makeFolder();
  #files = 0;

  /** @param month in which it is in Bamako */
  send(stick: Stick, fate: Fate, month: number): void {
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
    if (fate === "lost" || fate === "damaged") this.gone.push(stick);
    if (fate !== "lost") this.#travelling.push({ stick, fate, month });
  }

  /** The files that lie in Bamako this month, in batches, in no order. */
  arrivals(dice: Dice, month: number): Arrival[][] {
    const here = this.#travelling.filter((travelling) => travelling.month <= month);
    this.#travelling = this.#travelling.filter((travelling) => travelling.month > month);
    const left = here.flatMap((travelling) => this.#filesOf(dice, travelling));
    const shuffled: Arrival[] = [];
    while (left.length > 0) shuffled.push(...left.splice(dice.roll(left.length), 1));
    const batches: Arrival[][] = [[], [], []];
    for (const arrival of shuffled) batches[dice.roll(3)]?.push(arrival);
    return batches.filter((batch) => batch.length > 0);
  }

  pathOf({ name }: Arrival): string {
    return join(this.#inbox, name);
  }

  #filesOf(dice: Dice, { stick, fate }: Travelling): Arrival[] {
    const isDamaged = fate === "damaged";
    const bundle = this.#bundle(dice, stick, isDamaged);
    const renewal = stick.renewal === null ? [] : [this.#renewal(stick, stick.renewal)];
    return [...renewal, bundle, ...(fate === "doubled" ? [this.#bundle(dice, stick, false)] : [])];
  }

  #name(stick: Stick): string {
    this.#files += 1;
    return `${stick.office}-${stick.number}-${this.#files}.danaya`;
  }

  #bundle(dice: Dice, stick: Stick, isDamaged: boolean): Arrival {
    const name = this.#name(stick);
    if (isDamaged) damage(dice, stick.file, join(this.#inbox, name));
    else copyFileSync(stick.file, join(this.#inbox, name));
    return { name, what: "bundle", stick, isDamaged };
  }

  #renewal(stick: Stick, { file, key }: { file: string; key: string }): Arrival {
    const name = this.#name(stick);
    copyFileSync(file, join(this.#inbox, name));
    return { name, what: "renewal", stick, key };
  }
}
