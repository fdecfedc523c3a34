import { mayDo, type Permission } from "../../../contract/permissions.ts";
import type { OfficeScope } from "../../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../../contract/results.ts";
import { type DescribedTable, type ListSpec, listTable } from "../../../documents/lists/listTable.ts";
import type { Answer, Call } from "../../call.ts";
import { paperContext } from "../../office/paper.ts";

/** A list that can be taken out of the register. */
export interface ListSource {
  /** In the name of its file; no word that tells of anybody. */
  readonly word: string;
  /** The list's rows of this office, at headquarters of any or of all. Refuses whose role may not read it. */
  table(call: Call, office: OfficeScope | undefined): Promise<Result<DescribedTable>>;
}

interface Rows<Row> {
  readonly word: string;
  /** What the list needs on the screen, beside the permission to export; null for what everybody sees. */
  readonly permission: Permission | null;
  readonly rows: (call: Call, office: OfficeScope | undefined) => Answer<readonly Row[]>;
}

/** Whether lists may name her: she may read the register and take it out. Otherwise they have numbers alone. */
function mayName({ user }: Call): boolean {
  return mayDo(user.role, "members.read") && mayDo(user.role, "members.export");
}

/** Columns with where their rows come from. */
export function listSource<Row, Key extends string>(
  spec: ListSpec<Row, Key>,
  { word, permission, rows }: Rows<Row>,
): ListSource {
  return {
    word,
    async table(call, office) {
      if (permission !== null && !mayDo(call.user.role, permission)) return refuse("access.forbidden");
      const found = await rows(call, office);
      if (!found.ok) return found;
      const shape = { withOffices: office === "all", withNames: mayName(call) };
      return accept(listTable(spec, found.value, { language: paperContext(call).language, ...shape }));
    },
  };
}
