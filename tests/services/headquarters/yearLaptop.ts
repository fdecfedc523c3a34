import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { WrittenAnswer } from "../../../src/contract/headquarters.ts";
import { readHashAt, readLastEntry } from "../../../src/data/journal.ts";
import { makeFolder, refusalWords, type TestOffice } from "../../support/office.ts";
import { NOTHING, type Stick } from "./yearBook.ts";
import { recordsAt } from "./yearSums.ts";

/** An answer that headquarters wrote. */
export interface Answer {
  readonly files: readonly string[];
  readonly written: WrittenAnswer;
  readonly epoch: number;
  /** The chain's hash after the last entry that headquarters held. */
  readonly hash: string;
  /** The office's key, as headquarters knew it. */
  readonly key: string;
}

interface Notes {
  /** The next stick begins after this entry. */
  acknowledged: number;
  epoch: number;
  lastAnswer: number;
  /** Nothing of its own was entered yet. */
  isNew: boolean;
  key: string;
  /** The key before a renewal that headquarters has not answered to yet. */
  formerKey: string | null;
}

export function lastEntry(office: TestOffice): number {
  return readLastEntry(office.call.office.reader)?.seq ?? 0;
}

function hashesBetween(office: TestOffice, first: number, last: number): string[] {
  const { reader } = office.call.office;
  return Array.from(
    { length: last - first + 2 },
    (_, index) => readHashAt(reader, first - 1 + index) ?? NOTHING,
  );
}

/** One laptop of an office, with what the test knows of its dealings with headquarters. */
export class Laptop {
  readonly code: string;
  readonly office: TestOffice;
  readonly notes: Notes;

  constructor(code: string, office: TestOffice, notes: Notes) {
    this.code = code;
    this.office = office;
    this.notes = notes;
  }

  static async fresh(code: string, office: TestOffice): Promise<Laptop> {
    const { ownFingerprint: key } = await office.must("sync.state", {});
    const notes = { acknowledged: 0, epoch: 1, lastAnswer: 0, isNew: true, key, formerKey: null };
    return new Laptop(code, office, notes);
  }

  async renewKey(): Promise<void> {
    await this.office.must("sync.renewKey", {});
    this.notes.formerKey = this.notes.key;
    this.notes.key = (await this.office.must("sync.state", {})).ownFingerprint;
  }

  /** The same office from an old copy of its folder, with what was known then. */
  copy(office: TestOffice): Laptop {
    return new Laptop(this.code, office, structuredClone(this.notes));
  }

  /** A stick with all that headquarters has not acknowledged; a whole copy after a parting. Null for nothing new. */
  async write(): Promise<Stick | null> {
    const { office, notes } = this;
    const folder = makeFolder();
    const { parting, entries } = await office.must("sync.state", {});
    if (parting === null && entries === notes.acknowledged) {
      expect(await office.refused("sync.export", { folder })).toBe("sync.nothingToSend");
      return null;
    }
    if (parting !== null) Object.assign(notes, { epoch: notes.epoch + 1, acknowledged: 0 });
    const sent = await office.must(parting === null ? "sync.export" : "sync.snapshot", { folder });
    expect(sent.first).toBe(notes.acknowledged + 1);
    notes.isNew = false;
    const { file, number, first, last } = sent;
    const renewal = join(folder, `${this.code}-renouvellement.danaya`);
    expect(existsSync(renewal)).toBe(notes.formerKey !== null);
    return {
      ...{ office: this.code, number, epoch: notes.epoch, first, last, key: notes.key, file },
      hashes: hashesBetween(office, first, last),
      records: parting !== null || notes.epoch > 1 ? recordsAt(office, last) : new Map(),
      renewal: notes.formerKey === null ? null : { file: renewal, key: notes.key },
    };
  }

  /** Reads an answer that was damaged on its way: it is refused, and nothing changes. */
  async readDamaged(files: readonly string[]): Promise<void> {
    const before = await this.office.must("sync.state", {});
    const refused = await this.office.refused("sync.importAnswer", { files: [...files] });
    expect(refused).toMatch(
      /^sync\.(notABundle|notAnAnswer|badSignature|partDamaged|olderAnswer|notForHere)/,
    );
    expect(await this.office.must("sync.state", {})).toEqual(before);
  }

  /** Reads one answer, and finds it treated as the format has it. @returns what became of it */
  async read(answer: Answer): Promise<string> {
    const foretold = this.#foretell(answer);
    const result = await this.office.ask("sync.importAnswer", { files: [...answer.files] });
    expect(`${this.code} ${answer.written.number}: ${refusalWords(result)}`).toBe(
      `${this.code} ${answer.written.number}: ${foretold}`,
    );
    if (result.ok)
      expect([this.code, result.value.acknowledged]).toEqual([this.code, this.notes.acknowledged]);
    return foretold;
  }

  #foretell({ written, epoch, hash, key }: Answer): string {
    const { notes } = this;
    if (key !== notes.key && key !== notes.formerKey) return "sync.notForHere";
    if (written.number <= notes.lastAnswer) return "sync.olderAnswer";
    if (written.kind === "snapshot" && !notes.isNew) return "sync.notFresh";
    notes.lastAnswer = written.number;
    if (key === notes.key) notes.formerKey = null;
    const { acknowledged: last, kind } = written;
    if (kind === "snapshot") Object.assign(notes, { acknowledged: last, epoch, isNew: false });
    else if (epoch < notes.epoch) notes.acknowledged = 0;
    else if (this.#agrees({ epoch, last, hash })) notes.acknowledged = last;
    return "accepted";
  }

  #agrees({ epoch, last, hash }: { epoch: number; last: number; hash: string }): boolean {
    if (epoch !== this.notes.epoch || last > lastEntry(this.office)) return false;
    return (readHashAt(this.office.call.office.reader, last) ?? NOTHING) === hash;
  }
}
