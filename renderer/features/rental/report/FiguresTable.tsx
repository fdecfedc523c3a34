import { Table } from "@mantine/core";
import type { ReactNode } from "react";

interface FiguresTableProps {
  readonly label: string;
  /** The first stands to the left and names the line, the others are figures. */
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly cells: readonly ReactNode[];
  }[];
  readonly total: { readonly name: string; readonly cells: readonly ReactNode[] };
}

/** Figures in lines with their sum below. */
export function FiguresTable({ label, headings, rows, total }: FiguresTableProps) {
  return (
    <Table aria-label={label} mt="md" verticalSpacing={4} className="numerals">
      <Table.Thead>
        <Table.Tr>
          {headings.map((heading, at) => (
            <Table.Th key={heading} ta={at === 0 ? "left" : "right"}>
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, cells }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Cells cells={cells} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{total.name}</Table.Th>
          <Cells cells={total.cells} bold />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Cells({ cells, bold }: { readonly cells: readonly ReactNode[]; readonly bold?: boolean }) {
  return cells.map((cell, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
    <Table.Td key={at} ta="right" {...(bold ? { fw: 600 } : {})}>
      {cell}
    </Table.Td>
  ));
}
