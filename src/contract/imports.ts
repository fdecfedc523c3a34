import { z } from "zod";
import { command, query } from "./operations.ts";
import { Bytes, FileOutput, shortText } from "./primitives.ts";

/** What a column of a register can be. */
export const ImportField = z.enum([
  "ignore",
  "surname",
  "firstNames",
  "fullName",
  "alsoKnownAs",
  "birth",
  "age",
  "nationality",
  "languages",
  "phone",
  "locality",
  "joinedOn",
  "childrenInCare",
  "literacy",
  "paperNumber",
  "emergencyName",
  "emergencyPhone",
  "notes",
  "cardPaid",
  "oldNumber",
]);
export type ImportField = z.infer<typeof ImportField>;

/** What keeps a row out of the register. */
export const REFUSED_REMARKS = [
  "noSurname",
  "noFirstName",
  "impossibleDate",
  "minor",
  "futureDate",
  "tooOld",
] as const;

/** What a person has to look at before the row is created. */
export const DOUBTFUL_REMARKS = [
  "noBirth",
  "perhapsMinor",
  "duplicateOfRow",
  "duplicateOfMember",
  "badPhone",
  "joinedBeforeBirth",
  "impossibleJoined",
  "extraCells",
  "nameOrder",
] as const;

/** What was read with care; the row is created all the same. */
export const NOTED_REMARKS = [
  "centuryAdded",
  "joinedYearOnly",
  "joinedMissing",
  "joinedBeforeAdult",
  "ageOnly",
  "textCut",
  "cardTakenOver",
] as const;

export const RowRemark = z.strictObject({
  code: z.enum([...REFUSED_REMARKS, ...DOUBTFUL_REMARKS, ...NOTED_REMARKS]),
  /** The column's heading in the file, when one cell is concerned. */
  column: z.string().nullable(),
  /** What stands in the cell. */
  found: z.string().nullable(),
  /** Row number or member number of the other one, for duplicates. */
  other: z.string().nullable(),
});
export type RowRemark = z.infer<typeof RowRemark>;

export const ImportRow = z.strictObject({
  /** Line of the sheet as the spreadsheet program numbers it, from 1. */
  row: z.int().positive(),
  outcome: z.enum(["create", "doubtful", "refused", "unchanged"]),
  surname: z.string(),
  firstNames: z.string(),
  birth: z.string(),
  phone: z.string(),
  joinedOn: z.string(),
  remarks: z.array(RowRemark),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportColumn = z.strictObject({
  index: z.int().min(0),
  heading: z.string(),
  field: ImportField,
  /** The first filled cells below the heading. */
  samples: z.array(z.string()).max(3),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportCounts = z.strictObject({
  rows: z.int(),
  created: z.int(),
  doubtful: z.int(),
  refused: z.int(),
  unchanged: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A person's correction of what the headings were taken for: column index → field. */
export const ColumnChoice = z.array(z.strictObject({ index: z.int().min(0), field: ImportField })).max(200);

export const ImportSource = z.strictObject({
  fileName: shortText(255),
  bytes: Bytes,
  columns: ColumnChoice.nullable(),
});

export const imports = {
  /** The dry run: reads everything, changes nothing. */
  preview: query({
    input: ImportSource,
    output: z.strictObject({
      format: z.strictObject({
        kind: z.enum(["csv", "xlsx"]),
        encoding: z.string().nullable(),
        separator: z.string().nullable(),
        headerRow: z.int(),
      }),
      columns: z.array(ImportColumn),
      counts: ImportCounts,
      rows: z.array(ImportRow),
    }),
    permission: "members.import",
  }),
  /** Creates in one transaction. `accept` names the doubtful rows that the person looked at and wants. */
  run: command({
    input: z.strictObject({
      ...ImportSource.shape,
      accept: z.union([z.literal("none"), z.literal("all"), z.array(z.int().positive())]),
    }),
    output: ImportCounts,
    permission: "members.import",
  }),
  /** Refused (and doubtful, when asked) rows as they stood, with a column that says why, to correct and import again. */
  refusedRows: query({
    input: z.strictObject({
      ...ImportSource.shape,
      withDoubtful: z.boolean(),
      format: z.enum(["csv", "xlsx"]),
    }),
    output: FileOutput,
    permission: "members.import",
  }),
};
