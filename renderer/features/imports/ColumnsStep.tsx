import { Button, Select, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportField } from "../../../src/contract/imports.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { Private } from "../../ui/Name.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import classes from "./ImportPage.module.css";
import type { Column, Preview, Source } from "./source.ts";

interface ColumnsStepProps {
  readonly source: Source;
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onNext: (source: Source, preview: Preview) => void;
}

/** What each column was taken for, with its first values; a wrong guess is put right here. */
export function ColumnsStep({ source, preview, onBack, onNext }: ColumnsStepProps) {
  const { t } = useTranslation(["imports", "common"]);
  const [columns, setColumns] = useState<readonly Column[]>(preview.columns);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const again = useTell("imports.preview", { invalidates: [] });
  const next = async () => {
    if (columns === preview.columns) return onNext(source, preview);
    const corrected = { ...source, columns: columns.map(({ index, field }) => ({ index, field })) };
    const result = await again.tell(corrected);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onNext(corrected, result.value);
  };
  const choose = (index: number, field: ImportField) =>
    setColumns(columns.map((column) => (column.index === index ? { ...column, field } : column)));
  return (
    <Stack>
      <RefusalNotice refusal={refusal} />
      <Panel title={t("columns.title")} text={t("columns.text", { row: preview.format.headerRow })}>
        <ColumnTable columns={columns} onChoose={choose} />
      </Panel>
      {again.pending && (
        <ProgressBar progress={again.progress} label={t("file.reading")} onCancel={again.cancel} />
      )}
      <div className={classes.bar}>
        <Button variant="default" onClick={onBack}>
          {t("common:file.change")}
        </Button>
        <Button onClick={next} loading={again.pending} data-autofocus>
          {t("columns.next")}
        </Button>
      </div>
    </Stack>
  );
}

interface ColumnTableProps {
  readonly columns: readonly Column[];
  readonly onChoose: (index: number, field: ImportField) => void;
}

function ColumnTable({ columns, onChoose }: ColumnTableProps) {
  const { t } = useTranslation("imports");
  const fields = ImportField.options.map((value) => ({ value, label: t(`fields.${value}`) }));
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("columns.heading")}</Table.Th>
          <Table.Th>{t("columns.samples")}</Table.Th>
          <Table.Th w="18rem">{t("columns.meaning")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map((column) => (
          <Table.Tr key={column.index}>
            <Table.Td>
              <strong>{column.heading || t("columns.noHeading", { number: column.index + 1 })}</strong>
            </Table.Td>
            <Table.Td className={classes.sample ?? ""}>
              {column.samples.length > 0 ? (
                <Private>{column.samples.join(" · ")}</Private>
              ) : (
                <Text size="sm">{t("columns.empty")}</Text>
              )}
            </Table.Td>
            <Table.Td>
              <Select
                aria-label={t("columns.meaningOf", { column: column.heading })}
                data={fields}
                value={column.field}
                allowDeselect={false}
                searchable
                maxDropdownHeight={320}
                onChange={(value) => onChoose(column.index, ImportField.parse(value))}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
