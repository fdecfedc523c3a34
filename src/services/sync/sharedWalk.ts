/** How many pages the first reader may be before the last one: as many are kept. */
const AHEAD = 4;

/**
 * One walk over many pages by several readers side by side: a page is read (and decrypted) once for all of them, and
 * none is kept that everybody has passed. A reader that is far ahead waits for the others, so they must all be read on,
 * or let go of, at the same time.
 */
export class SharedWalk<T> {
  readonly #count: number;
  readonly #read: (page: number) => T;
  /** By page, round and round: a map that is filled and emptied so often holds on to its own past. */
  readonly #kept: ({ readonly page: number; readonly content: T } | null)[] = Array(AHEAD + 1).fill(null);
  /** The page that each reader comes to next. */
  readonly #places = new Map<symbol, number>();
  #waiting: (() => void)[] = [];

  /** @param read gives one of `count` pages, counted from 0 */
  constructor(count: number, read: (page: number) => T) {
    this.#count = count;
    this.#read = read;
  }

  /** All pages, to one more reader. */
  async *pages(): AsyncGenerator<T, void, undefined> {
    const reader = Symbol();
    try {
      for (let page = 0; page < this.#count; page += 1) {
        this.#places.set(reader, page);
        this.#letGo();
        while (page > this.#last() + AHEAD) await new Promise<void>((resolve) => this.#waiting.push(resolve));
        yield this.#at(page);
      }
    } finally {
      this.#places.delete(reader);
      this.#letGo();
    }
  }

  #last(): number {
    return Math.min(...this.#places.values());
  }

  #at(page: number): T {
    const place = page % this.#kept.length;
    const kept = this.#kept[place];
    if (kept?.page === page) return kept.content;
    const content = this.#read(page);
    this.#kept[place] = { page, content };
    return content;
  }

  /** Drops what all have passed, and wakes those who wait: somebody has moved. */
  #letGo(): void {
    const last = this.#last();
    for (const [place, kept] of this.#kept.entries())
      if (kept !== null && kept.page < last) this.#kept[place] = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
