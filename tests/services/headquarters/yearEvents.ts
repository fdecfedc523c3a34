import { join } from "node:path";
import { v7 } from "uuid";
import { expect } from "vitest";
import type { SnapshotView } from "../../../src/contract/headquarters.ts";
import { makeFolder, makeTestOffice, openDesk, type TestOffice } from "../../support/office.ts";
import { copyOf } from "../../support/roundTrip.ts";
import type { Book } from "./yearBook.ts";
import type { Laptop } from "./yearLaptop.ts";
import { ANTENNAS, type Year } from "./yearStory.ts";
import { recordsAt } from "./yearSums.ts";
import { QUIET } from "./yearWork.ts";

/* What happens once in the year, beside the months' work: laptops set back and lost, keys renewed. */

const TWIN = {
  surname: "Zoromé",
  firstNames: "Ténindié",
  phone: "76 44 55 66",
  birth: { kind: "exact", on: "1991-03-02" },
} as const;

/** Women who are going to move, registered in the first months. */
export async function registerMovers(year: Year, month: number): Promise<void> {
  const at = (code: string) => year.laptop(code).office;
  if (month === 1) {
    year.plan(3, await year.newWoman(at("SEG"), { surname: "Alpha" }, 1), "SKS");
    year.plan(3, await year.newWoman(at("SEG"), { surname: "Bravo", locality: QUIET }, 2), "KTL");
    year.plan(4, await year.newWoman(at("KTL"), { surname: "Charlie" }, 3), "GAO");
  }
  if (month === 2) await year.newWoman(at("KYS"), TWIN, 4);
  if (month === 6) await replaceForgotten(year, at("KTL"));
  if (month === 3) await year.newWoman(at("GAO"), { ...TWIN, firstNames: "Tenindie" }, 5);
}

/** The laptop that was put back forgot that she went to Gao: her card is replaced in Koutiala. */
async function replaceForgotten(year: Year, office: TestOffice): Promise<void> {
  const { reader } = office.call.office;
  const forgotten = reader.get("SELECT id FROM member WHERE surname = 'Charlie' AND office = 'KTL'");
  await office.must("cards.replaceCard", {
    ...{ id: v7(), memberId: String(forgotten?.id), reason: "lost", charged: false },
    ...{ method: "cash", reference: "" },
  });
  year.note("sold by who forgot");
}

/** The queue of likely doubles names the woman who is enrolled in Kayes and in Gao: she goes to Gao. */
export async function settleTwin(year: Year, month: number): Promise<void> {
  const pairs = await year.hq.must("headquarters.duplicates", {});
  const twin = pairs.find(({ one, other }) => year.planned.has(one.id) && year.planned.has(other.id));
  if (twin === undefined || twin.settling) return;
  const [leaving, staying] = twin.one.office === "KYS" ? [twin.one, twin.other] : [twin.other, twin.one];
  expect([leaving.office, staying.office]).toEqual(["KYS", "GAO"]);
  year.plan(month, leaving.id, "GAO", staying.id);
  year.note("twin found");
}

/** The laptop of Koutiala is put back to an older copy of its folder, and the good one is gone. */
export class SetBack {
  #copy: Laptop | null = null;
  #gone: TestOffice | null = null;

  async keepCopy(year: Year): Promise<void> {
    const laptop = year.laptop("KTL");
    this.#copy = laptop.copy(await copyOf(laptop.office));
  }

  putBack(year: Year): void {
    if (this.#copy === null) throw new Error("no copy was kept");
    this.#gone = year.laptop("KTL").office;
    year.retired.push(this.#gone);
    year.laptops.set("KTL", this.#copy);
  }

  /** What the laptop that is gone had sent and this one does not know, and the other way round, record by record. */
  differences(year: Year): { entity: string; reference: string | null; kind: string }[] {
    if (this.#gone === null) throw new Error("nothing was put back");
    const held = recordsAt(this.#gone, year.book.head("KTL"));
    const brought = year.book.toConfirm("KTL")?.records ?? new Map();
    const onlyHeld = [...held].filter(([id]) => !brought.has(id));
    const onlyBrought = [...brought].filter(([id]) => !held.has(id));
    const changed = [...held].filter(([id, { values }]) => (brought.get(id)?.values ?? values) !== values);
    const all = (records: typeof onlyHeld, kind: string) =>
      records.map(([, { entity, number }]) => ({ entity, reference: number, kind }));
    return [...all(onlyHeld, "onlyHeld"), ...all(changed, "changed"), ...all(onlyBrought, "onlyBrought")];
  }
}

const inWords = ({ entity, reference, kind }: SnapshotView["differences"][number]) =>
  `${kind} ${entity} ${reference}`;

/** A person in Bamako looks at the whole copy, sees every record that would go, and confirms it. */
export async function confirmWholeCopies(year: Year, setBack: SetBack): Promise<void> {
  for (const { code } of ANTENNAS) {
    const stick = year.book.toConfirm(code);
    if (stick === undefined) continue;
    const view = await year.hq.must("headquarters.readSnapshot", { office: code });
    expect(view).toMatchObject({ number: stick.number, epoch: stick.epoch, broughtLast: stick.last });
    expect(view.heldLast).toBe(year.book.head(code));
    const expected = setBack.differences(year);
    expect(expected.filter(({ kind }) => kind === "onlyHeld").length).toBeGreaterThan(10);
    expect(view.differences.map(inWords).sort()).toEqual(
      expected.map((difference) => inWords(difference as SnapshotView["differences"][number])).sort(),
    );
    await year.hq.must("headquarters.confirmSnapshot", { office: code, sha256: view.sha256 });
    year.book.confirm(code);
    year.note("confirmed");
    await year.expectLines();
  }
}

/** The laptop of Morila-Sanso is stolen before its stick was written. @returns what only that laptop had */
export async function loseLaptop(year: Year): Promise<{ gone: TestOffice; head: number }> {
  const gone = year.laptop("MRL").office;
  year.retired.push(gone);
  const { line } = await year.hq.must("headquarters.office", { office: "MRL" });
  await year.hq.must("headquarters.revokeKey", { office: "MRL", fingerprint: line.fingerprint ?? "" });
  year.book.revoke("MRL");
  const about = ANTENNAS.find(({ code }) => code === "MRL");
  if (about === undefined) throw new Error("no such office");
  // In another language, so that it is made anew: with keys and a database of its own.
  const { code, name, parentCode = null } = about;
  const office = await makeTestOffice({
    shared: true,
    office: { code, name, region: name, parentCode, language: "en" },
  });
  office.clock.set(year.hq.clock.now());
  await year.enrol(about, office);
  year.empty.add("MRL");
  return { gone, head: year.book.head("MRL") };
}

/** The office stands on the new laptop as Bamako had it; what the thief has alone is gone, and nothing else. */
export function expectRecovered(year: Year, { gone, head }: { gone: TestOffice; head: number }): void {
  const { office } = year.laptop("MRL");
  const had = recordsAt(gone, head);
  const has = recordsAt(office, head);
  // Whom the stolen laptop alone had erased is here again; of her it has nothing to compare.
  expect([...had].filter(([id, { values }]) => has.get(id)?.values !== values)).toEqual([]);
  const idsThere = (sql: string) => gone.call.office.reader.all(sql, { head }).map(({ id }) => String(id));
  const more = [...has.keys()].filter((id) => !had.has(id));
  expect(idsThere("SELECT id FROM journal WHERE op = 'erase' AND seq > @head")).toEqual(
    expect.arrayContaining(more),
  );
  const lost = idsThere("SELECT id FROM journal GROUP BY id HAVING min(seq) > @head");
  expect(lost.length).toBeGreaterThan(10);
  const { reader } = office.call.office;
  for (const id of lost) expect(reader.get("SELECT 1 FROM journal WHERE id = @id", { id })).toBeUndefined();
  year.empty.delete("MRL");
}

/** Headquarters' own laptop breaks, and the backup of two months ago is put on a new one. */
export class BrokenHeadquarters {
  #backup: { folder: string; book: Book } | null = null;

  async backUp(year: Year): Promise<void> {
    const { path } = await year.hq.must("office.backUp", { folder: makeFolder() });
    this.#backup = { folder: path, book: year.book.copy() };
  }

  async putBack(year: Year): Promise<void> {
    if (this.#backup === null) throw new Error("there is no backup");
    const restored = openDesk(join(makeFolder(), "office"), year.hq.clock);
    await restored.must("office.restore", { folder: this.#backup.folder });
    const signedIn = await restored.signIn();
    expect(signedIn.ok).toBe(true);
    year.retired.push(year.hq);
    year.hq = restored;
    year.book = this.#backup.book;
  }
}
