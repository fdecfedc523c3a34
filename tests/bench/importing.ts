import { bareRowsOf, insertBare } from "./bareImport.ts";
import { makeBenchOffice } from "./benchOffice.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";
import { registerFile } from "./registerFile.ts";

/** The import of a register, file to commit, against the bare insertion of the rows that come out of it. */
export async function benchImport(rows: number, runs: number): Promise<Figure> {
  const bytes = registerFile(rows);
  const source = { fileName: "registre.csv", bytes, columns: null, accept: "all" } as const;
  const first = await makeBenchOffice();
  await first.ask("imports.run", source);
  const bare = bareRowsOf(first.call().office.reader);
  first.remove();
  if (bare.members.length !== rows || bare.imported.length !== rows || bare.keys.length < 2 * rows)
    throw new Error("the register did not go in whole");

  const pairs = await sideBySide(
    runs,
    () => insertBare(bare),
    async () => {
      const office = await makeBenchOffice();
      const cost = await costOf(() => office.ask("imports.run", source));
      office.remove();
      return cost;
    },
  );
  return figureOf(
    {
      what: "import of a register",
      size: counted(rows, "rows"),
      baseline: "bare SQLite, same rows and schema, no journal",
      target: 3,
    },
    pairs,
  );
}
