import { rmSync } from "node:fs";
import { join } from "node:path";
import { createDatabase } from "../../src/data/database.ts";
import type { Reader } from "../../src/data/reader.ts";
import type { Row } from "../../src/data/registry.ts";
import { foldText } from "../../src/domain/names/foldText.ts";
import { temporaryFolder } from "./benchOffice.ts";
import { type Cost, costOf } from "./measure.ts";

/** What an import leaves in the tables, without the journal: rows that are ready to be inserted. */
export interface BareRows {
  readonly members: readonly Row[];
  readonly words: readonly string[];
  readonly keys: readonly Row[];
  readonly imported: readonly Row[];
}

/** The words of a search index's line: the index keeps no text, so they are put together again. */
function wordsOf(member: Row): string {
  const phone = String(member.phone).replace(/\D/g, "");
  const [office = "", counter = "", check = ""] = String(member.number).toLowerCase().split("-");
  const name = foldText(`${member.surname} ${member.first_names} ${member.also_known_as}`);
  return `${name} ${phone.slice(-8)} ${phone} ${office}${counter}${check} ${counter} ${Number(counter)}`;
}

/** Takes from a filled office what a bare insertion of the same register would write. */
export function bareRowsOf(reader: Reader): BareRows {
  const members = reader.all("SELECT * FROM member ORDER BY line");
  return {
    members,
    words: members.map(wordsOf),
    keys: reader.all(
      "SELECT member_key.* FROM member JOIN member_key ON member_id = member.id ORDER BY line",
    ),
    imported: reader.all(
      "SELECT imported_row.* FROM member JOIN imported_row ON member_id = member.id ORDER BY line",
    ),
  };
}

/**
 * The baseline: the bare library inserts ready rows into the same encrypted schema under the same pragmas, in one
 * transaction, with prepared statements.
 * @returns what it cost from the begin to the end of the commit
 */
export async function insertBare(rows: BareRows): Promise<Cost> {
  const folder = temporaryFolder();
  const connection = createDatabase(join(folder, "bare.db"), new Uint8Array(32).fill(7));
  try {
    const columns = Object.keys(rows.members[0] ?? {});
    const member = connection.prepare(
      `INSERT INTO member (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
    );
    const words = connection.prepare("INSERT INTO member_search (rowid, words) VALUES (?, ?)");
    const key = connection.prepare("INSERT INTO member_key (key, member_id) VALUES (@key, @member_id)");
    const imported = connection.prepare(
      "INSERT INTO imported_row (digest, member_id) VALUES (@digest, @member_id)",
    );
    let nextKey = 0;
    return await costOf(() => {
      connection.exec("BEGIN IMMEDIATE");
      for (const [index, row] of rows.members.entries()) {
        member.run(row);
        words.run(row.line, rows.words[index]);
        for (; rows.keys[nextKey]?.member_id === row.id; nextKey += 1) key.run(rows.keys[nextKey]);
        imported.run(rows.imported[index]);
      }
      connection.exec("COMMIT");
    });
  } finally {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
