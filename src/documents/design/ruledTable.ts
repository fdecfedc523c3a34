import type { Content, ContentTable, TableCell } from "pdfmake/interfaces.js";
import { COLOURS, mm, TABULAR } from "./paper.ts";

/** A column: its caption, its width (millimetres, or what is left), and whether it holds figures. */
export interface Column {
  readonly caption: string;
  readonly width: number | "*";
  readonly figures?: boolean;
}

interface Ruled {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** A last row that sums up. */
  readonly total?: readonly string[];
  /** Rows closer together, for papers that hold on one page. */
  readonly dense?: boolean;
}

const PADDING = 5;

function cell(text: string, column: Column | undefined, bold: boolean): TableCell {
  return {
    text,
    bold,
    ...(column?.figures ? { alignment: "right", noWrap: true, ...TABULAR } : {}),
  };
}

/** A table with a heading that is repeated on every page, hairlines between rows, figures to the right. */
export function ruledTable({ columns, rows, total, dense = false }: Ruled): Content {
  const head = columns.map(
    ({ caption, figures }): TableCell => ({
      text: caption,
      bold: true,
      fontSize: 8,
      color: COLOURS.indigo,
      ...(figures ? { alignment: "right" } : {}),
    }),
  );
  const all = total === undefined ? rows : [...rows, total];
  const isTotal = (row: number) => total !== undefined && row === all.length;
  const widths: ContentTable["table"]["widths"] = columns.map(({ width }, index) =>
    width === "*" ? "*" : mm(width) - PADDING * (index === 0 ? 1 : 2),
  );
  return {
    fontSize: 9,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths,
      body: [
        head,
        ...all.map((row, index) => row.map((text, at) => cell(text, columns[at], isTotal(index + 1)))),
      ],
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : row === 1 || isTotal(row) ? 0.9 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (row) => (row === 1 || isTotal(row) ? COLOURS.indigo : COLOURS.hairline),
      paddingLeft: (column) => (column === 0 ? 0 : PADDING),
      paddingRight: () => PADDING,
      paddingTop: () => (dense ? 2 : 3),
      paddingBottom: () => (dense ? 1.5 : 2.5),
    },
  };
}

type Fact = readonly [caption: string, value: string];

const FACT_GAP = 6;
/** A third of a page with margins of 20 mm. */
const THIRD = (170 - 2 * FACT_GAP) / 3;

/** Captions with their values in three columns; the first of two takes two of them, for names are long. */
export function factRow(facts: readonly [Fact, Fact] | readonly [Fact, Fact, Fact]): Content {
  return {
    columnGap: mm(FACT_GAP),
    margin: [0, 0, 0, 7],
    columns: facts.map(([caption, value], index) => ({
      width: mm(facts.length === 2 && index === 0 ? 2 * THIRD + FACT_GAP : THIRD),
      stack: [
        { text: caption, fontSize: 8, color: COLOURS.muted },
        { text: value, fontSize: 10.5, bold: true },
      ],
    })),
  };
}

/** One amount that the paper is about, on the pale ground of receipts. */
export function amountBar(caption: string, amount: string): Content {
  return {
    table: {
      widths: ["*", "auto"],
      body: [
        [
          { text: caption, color: COLOURS.muted, margin: [0, 8, 0, 0] },
          {
            text: amount,
            bold: true,
            fontSize: 17,
            color: COLOURS.indigo,
            alignment: "right",
            margin: [0, 3, 0, 2],
            noWrap: true,
            ...TABULAR,
          },
        ],
      ],
    },
    layout: {
      defaultBorder: false,
      fillColor: COLOURS.indigoPale,
      paddingLeft: () => 12,
      paddingRight: () => 12,
    },
    margin: [0, 4, 0, 8],
  };
}

/** Muted words under a heading or a table. */
export function remark(text: string): Content {
  return { text, color: COLOURS.muted, fontSize: 8.5, margin: [0, 3, 0, 3] };
}
