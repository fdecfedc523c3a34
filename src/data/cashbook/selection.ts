import type { OfficeScope } from "../../contract/primitives.ts";
import type { Scalar } from "../registry.ts";

/*
 * Which vouchers are meant. In an office's own register the office is named too: the index of places begins with it,
 * and that is how headquarters' copies hold several offices in one table.
 */

export interface Selection {
  readonly where: string;
  readonly params: Readonly<Record<string, Scalar>>;
}

const ALL: Selection = { where: "1 = 1", params: {} };

/** Of one office, or of all. */
export function ofOffice(office: OfficeScope): Selection {
  return office === "all" ? ALL : { where: "voucher.office = @office", params: { office } };
}

export function both(...selections: readonly (Selection | null)[]): Selection {
  const present = selections.filter((one) => one !== null);
  return {
    where: present.map(({ where }) => where).join(" AND "),
    params: Object.assign({}, ...present.map(({ params }) => params)),
  };
}

/** An equality, where something is asked for. @param column a column of `voucher` */
export function having(column: string, value: Scalar | undefined): Selection | null {
  return value === undefined || value === null
    ? null
    : { where: `voucher.${column} = @${column}`, params: { [column]: value } };
}

/** Days from `from` to `to`, both included. */
export function within({ from, to }: { readonly from: string; readonly to: string }): Selection {
  return { where: "voucher.dated_on BETWEEN @from AND @to", params: { from, to } };
}

/**
 * Letters beyond the plain alphabet stand for any letter, because SQLite does not know that É is é; digits, signs and
 * plain letters are looked for as they are, in either case.
 */
function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&").replace(/[^\p{ASCII}]/gu, "_")}%`;
}

/** Number, reference or words. */
export function holding(text: string | undefined): Selection | null {
  if (text === undefined || text.trim() === "") return null;
  const columns = ["number", "reference", "words"].map((name) => `voucher.${name} LIKE @text ESCAPE '\\'`);
  return { where: `(${columns.join(" OR ")})`, params: { text: likePattern(text.trim()) } };
}
