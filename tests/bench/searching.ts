import { searchQuery } from "../../src/data/memberLists.ts";
import { inventedWoman, randomFrom } from "../support/registers.ts";
import type { BenchOffice } from "./benchOffice.ts";
import { type Cost, costOf, counted, type Figure, figureOf } from "./measure.ts";

/** What the screen's list shows, by one statement on the full-text index: no permission, no status, no total. */
const BARE = `SELECT id, number, surname, first_names, also_known_as, birth_kind, birth_on, phone, locality, joined_on,
    left_on, left_reason, photo_sha256,
    (SELECT max(ends_on) FROM term WHERE term.member_id = member.id) AS paid_until
  FROM member WHERE line IN (SELECT rowid FROM member_search WHERE member_search MATCH ?)
  ORDER BY sort_name, number LIMIT 50`;

/** Names typed letter by letter: `t`, `to`, `tou` … `toure aminata`. */
export function typedTexts(names: number): string[] {
  const random = randomFrom(404);
  const texts: string[] = [];
  for (let count = 0; count < names; count += 1) {
    const { surname, firstNames } = inventedWoman(random);
    const whole = count % 2 === 0 ? `${surname} ${firstNames}` : `${firstNames} ${surname}`;
    for (let length = 1; length <= whole.length; length += 1)
      if (whole[length - 1] !== " ") texts.push(whole.slice(0, length).toLowerCase());
  }
  return texts;
}

function filterFor(text: string) {
  return {
    text,
    statuses: [],
    locality: null,
    withoutPhoto: false,
    withoutConsent: false,
    endingWithinDays: null,
  };
}

/** Search as she types, through the contract, against the bare statement; both on the office's own connection. */
export async function benchSearch(office: BenchOffice, members: number, names: number): Promise<Figure> {
  const bare = office.call().office.connection.prepare(BARE);
  const viaContract = (text: string) =>
    office.ask("membership.listMembers", {
      filter: filterFor(text),
      sort: "name",
      descending: false,
      offset: 0,
      limit: 50,
    });
  const pairs = { baseline: [] as Cost[], ours: [] as Cost[] };
  for (const [index, text] of typedTexts(names).entries()) {
    const query = searchQuery(text);
    // Both sides see the same pages first, so that neither pays for reading them from disk.
    const expected = bare.all(query) as { id: string }[];
    const { rows } = await viaContract(text);
    if (rows.map((row) => row.id).join() !== expected.map((row) => row.id).join())
      throw new Error("the two sides do not answer the same page");
    const inTurn = [
      async () => pairs.baseline.push(await costOf(() => bare.all(query))),
      async () => pairs.ours.push(await costOf(() => viaContract(text))),
    ];
    for (const side of index % 2 === 0 ? inTurn : inTurn.reverse()) await side();
  }
  return figureOf(
    {
      what: "search as one types, 95th percentile",
      size: counted(members, "members"),
      baseline: "bare FTS5 statement for the same page",
      target: 2,
    },
    pairs,
    0.95,
  );
}
