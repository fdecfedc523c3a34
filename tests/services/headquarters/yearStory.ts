import { join } from "node:path";
import { v7 } from "uuid";
import { expect } from "vitest";
import { type Dice, makeDice } from "../../../src/services/demo/dice.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import { type Antenna, filesIn, makeAntenna, makeHeadquarters } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { type Arrival, Book, type Foretold, NOTHING } from "./yearBook.ts";
import { type Answer, Laptop } from "./yearLaptop.ts";
import { damage, type Fate, Roads, rollFate } from "./yearRoads.ts";
import { equip, work } from "./yearWork.ts";

/** Seven antennas, one of them below another; Bamako, which is a branch too, is the eighth office. */
export const ANTENNAS: readonly Antenna[] = [
  { code: "GAO", name: "Gao" },
  { code: "KTL", name: "Koutiala" },
  { code: "KYS", name: "Kayes" },
  { code: "MPT", name: "Mopti" },
  { code: "SEG", name: "Ségou" },
  { code: "SKS", name: "Sikasso" },
  { code: "MRL", name: "Morila-Sanso", parentCode: "SKS" },
];

interface Told {
  readonly fate: Fate;
  /** Months that it is late. */
  readonly delay?: number;
}

const arrives = (what: string): [string, Told] => [what, { fate: "arrives" }];

/** What the story needs of some sticks and answers; chance has the others. */
const TOLD: ReadonlyMap<string, Told> = new Map([
  // One woman goes from Ségou to Koutiala, another leaves Koutiala, both before its laptop is put back.
  ...["stick 3 SEG", "answer 3 SEG", "stick 4 SEG", "stick 4 KTL", "answer 4 KTL", "stick 5 KTL"].map(
    arrives,
  ),
  // The old copy shows, learns so, and sends all that it has.
  ...["stick 6 KTL", "answer 6 KTL", "stick 7 KTL"].map(arrives),
  arrives("answer 9 MRL"),
  // From before the whole copy, and by the key of the stolen laptop.
  ["stick 3 KTL", { fate: "late", delay: 5 }],
  ["stick 8 MRL", { fate: "late", delay: 2 }],
]);

const DAMAGED = /^sync\.(notABundle|badSignature|partDamaged|contentDamaged)$/;

interface Decision {
  readonly memberId: string;
  readonly to: string;
  readonly mergeInto: string | null;
  readonly fromMonth: number;
}

function day(month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(2026, 10 + month, dayOfMonth, 8)).toISOString();
}

export class Year {
  hq: TestOffice;
  book = new Book();
  readonly dice: Dice;
  readonly roads = new Roads();
  readonly laptops = new Map<string, Laptop>();
  /** Women about whom the story has plans: chance leaves them alone. */
  readonly planned = new Set<string>();
  readonly decisions: Decision[] = [];
  /** What headquarters said of files, and offices of answers. */
  readonly tally = new Map<string, number>();
  /** Laptops that nobody works with any more; they are closed at the end. */
  readonly retired: TestOffice[] = [];
  /** Laptops whose office has still to come back from Bamako: they send nothing. */
  readonly empty = new Set<string>();
  /** From this month on every stick arrives. */
  isSafe = false;
  /** The highest number that came of each office. */
  readonly #newest = new Map<string, number>();
  readonly #answers: { answer: Answer; office: string; month: number; isDamaged: boolean }[] = [];

  private constructor(hq: TestOffice, seed: number) {
    this.hq = hq;
    this.dice = makeDice(seed);
  }

  static async begin(seed: number): Promise<Year> {
    const year = new Year(await makeHeadquarters({ shared: true }), seed);
    for (const about of ANTENNAS.toSorted((a) => (a.parentCode === undefined ? -1 : 1)))
      await year.enrol(about, await makeAntenna(about, { shared: true }));
    return year;
  }

  laptop(code: string): Laptop {
    const laptop = this.laptops.get(code);
    if (laptop === undefined) throw new Error(`no laptop in ${code}`);
    return laptop;
  }

  /** Bamako's own branch, and every antenna. */
  offices(): [string, TestOffice][] {
    return [
      ["BKO", this.hq],
      ...[...this.laptops].map(([code, { office }]): [string, TestOffice] => [code, office]),
    ];
  }

  note(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }

  setClocks(instant: string): void {
    for (const [, { clock }] of this.offices()) clock.set(instant);
  }

  /** Invitation and enrolment with both phone calls; for a known office a new laptop takes the lost one's place. */
  async enrol(about: Antenna, office: TestOffice): Promise<Laptop> {
    const { code, name, parentCode = null } = about;
    const { bytes } = await this.hq.must("headquarters.invite", { code, name, region: name, parentCode });
    const { fingerprint } = await office.must("sync.previewInvitation", { bytes });
    const enrolment = await office.must("sync.join", { bytes, fingerprint });
    const preview = await this.hq.must("headquarters.previewEnrolment", { bytes: enrolment.bytes });
    expect(preview.kind).toBe(this.laptops.has(code) ? "newLaptop" : "first");
    await this.hq.must("headquarters.enrol", { bytes: enrolment.bytes, fingerprint: preview.fingerprint });
    const laptop = await Laptop.fresh(code, office);
    this.laptops.set(code, laptop);
    this.book.enrol(code, laptop.notes.key);
    return laptop;
  }

  /** A woman with a paid card and a photograph, about whom the story has plans. */
  async newWoman(office: TestOffice, about: Parameters<typeof register>[1], fill: number): Promise<string> {
    const joinedOn = office.clock.now().slice(0, 10);
    const { member } = await register(office, { joinedOn, ...about });
    this.planned.add(member.id);
    await equip(office, member.id, fill);
    return member.id;
  }

  async workEverywhere(month: number): Promise<void> {
    this.setClocks(day(month, 2));
    for (const [, office] of this.offices()) await work(office, this.dice, this.planned);
  }

  async sendSticks(month: number): Promise<void> {
    this.setClocks(day(month, 20));
    for (const [code, laptop] of this.laptops) {
      if (this.empty.has(code)) continue;
      const stick = await laptop.write();
      const { fate, delay } = this.#fateOf(`stick ${month} ${code}`);
      if (stick !== null) this.roads.send(stick, fate, month + (fate === "late" ? delay : 0));
    }
  }

  #fateOf(what: string): { fate: Fate; delay: number } {
    const rolled = { fate: rollFate(this.dice), delay: 1 + this.dice.roll(2) };
    if (this.isSafe) return { ...rolled, fate: "arrives" };
    return { ...rolled, ...TOLD.get(what) };
  }

  /** Headquarters takes in what lies there, and says of each file what the book foretold. */
  async receive(month: number): Promise<void> {
    this.setClocks(day(month, 24));
    for (const batch of this.roads.arrivals(this.dice, month)) await this.#receiveBatch(batch);
    await this.expectLines();
  }

  async #receiveBatch(batch: readonly Arrival[]): Promise<void> {
    this.#noteOrder(batch);
    const foretold = this.book.receive(batch);
    const files = batch.map((arrival) => this.roads.pathOf(arrival));
    const report = await this.hq.must("headquarters.receive", { files });
    const said = report.files.map(({ name, outcome, entries, missing, refusal }): Foretold => {
      const code = refusal?.code ?? null;
      return {
        name,
        outcome,
        entries,
        missing,
        code: code !== null && DAMAGED.test(code) ? "damaged" : code,
      };
    });
    const byName = (a: Foretold, b: Foretold) => (a.name < b.name ? -1 : 1);
    expect(said.toSorted(byName)).toEqual(foretold.toSorted(byName));
    expect(report.entries).toBe(foretold.reduce((sum, { entries }) => sum + entries, 0));
    for (const { outcome, code } of foretold) this.note(code ?? outcome);
  }

  #noteOrder(batch: readonly Arrival[]): void {
    for (const { stick } of batch) {
      const newest = this.#newest.get(stick.office) ?? 0;
      if (stick.number < newest) this.note("out of order");
      this.#newest.set(stick.office, Math.max(newest, stick.number));
    }
  }

  /** The page «Antennes» shows what the book has. */
  async expectLines(): Promise<void> {
    const lines = await this.hq.must("headquarters.offices", {});
    expect(lines.map(({ code }) => code).sort()).toEqual(["BKO", ...ANTENNAS.map(({ code }) => code)].sort());
    for (const line of lines.filter(({ own }) => !own)) {
      const expected = this.book.line(line.code);
      expect(line).toMatchObject({ code: line.code, ...expected });
      if (expected.missing !== null) this.note("gap shown");
    }
  }

  plan(fromMonth: number, memberId: string, to: string, mergeInto: string | null = null): void {
    this.decisions.push({ memberId, to, mergeInto, fromMonth });
  }

  /** Headquarters decides the transfers of women whose records have come. */
  async decide(month: number): Promise<void> {
    const reader = this.hq.call.national()?.reader;
    const isThere = (id: string) => reader?.get("SELECT 1 FROM member WHERE id = @id", { id }) !== undefined;
    const decided = await this.hq.must("headquarters.transfers", {});
    for (const { memberId, to, mergeInto, fromMonth } of this.decisions) {
      const isReady = isThere(memberId) && (mergeInto === null || isThere(mergeInto));
      const isDone = decided.some((transfer) => transfer.memberId === memberId && transfer.to === to);
      if (isDone || month < fromMonth || !isReady) continue;
      await this.hq.must("headquarters.transfer", { id: v7(), memberId, to, mergeInto });
    }
  }

  async writeAnswers(month: number): Promise<void> {
    for (const code of this.laptops.keys()) {
      const held = this.book.held(code);
      if (held.key === "") continue;
      const folder = makeFolder();
      const [written] = await this.hq.must("headquarters.answer", { offices: [code], folder });
      if (written === undefined) throw new Error("no answer");
      const answer: Answer = {
        ...{ files: filesIn(folder), written, epoch: held.epoch, key: held.key },
        hash: held.hashes.at(-1) ?? NOTHING,
      };
      expect([code, written.kind]).toEqual([code, held.isRecovering ? "snapshot" : "receipt"]);
      const { fate, delay } = this.#fateOf(`answer ${month} ${code}`);
      this.note(`answer ${fate}`);
      if (fate === "lost") continue;
      const travelling = { answer, office: code, month: fate === "late" ? month + delay : month };
      this.#answers.push({ ...travelling, isDamaged: fate === "damaged" });
      if (fate === "doubled") this.#answers.push({ ...travelling, isDamaged: false });
    }
  }

  /** Each office reads the answers that have come to it, one stick after the other. */
  async readAnswers(month: number): Promise<void> {
    this.setClocks(day(month, 27));
    const here = this.#answers.filter((travelling) => travelling.month <= month);
    for (const travelling of here) this.#answers.splice(this.#answers.indexOf(travelling), 1);
    while (here.length > 0)
      for (const { answer, office, isDamaged } of here.splice(this.dice.roll(here.length), 1)) {
        const laptop = this.laptop(office);
        if (isDamaged) await laptop.readDamaged([this.#damaged(answer)]);
        else this.note(`read ${await laptop.read(answer)}`);
      }
  }

  #damaged({ written }: Answer): string {
    const path = join(makeFolder(), "copie.danaya");
    damage(this.dice, written.file, path);
    return path;
  }

  async closeAll(): Promise<void> {
    for (const office of [...this.retired, ...this.offices().map(([, office]) => office)]) office.close();
  }
}
