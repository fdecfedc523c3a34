import type { InputOf, OutputOf } from "../../../src/contract/index.ts";

/** The file and what its columns were taken for: the same thing is read, imported and given back. */
export type Source = InputOf<"imports.preview">;
export type Preview = OutputOf<"imports.preview">;
export type Column = Preview["columns"][number];
export type Row = Preview["rows"][number];
export type Outcome = Row["outcome"];
export type Remark = Row["remarks"][number];
