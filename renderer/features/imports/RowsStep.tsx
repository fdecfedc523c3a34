import { Button, Group, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../src/contract/index.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../ui/VirtualTable.tsx";
import { acceptance, firstShown, rowsOf, type Shown, toggled } from "./acceptedRows.ts";
import classes from "./ImportPage.module.css";
import { RefusedRows } from "./RefusedRows.tsx";
import { rowColumns } from "./rowColumns.tsx";
import type { Preview, Row, Source } from "./source.ts";

interface RowsStepProps {
  readonly source: Source;
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onDone: (counts: OutputOf<"imports.run">) => void;
}

const ROW_HEIGHT = 62;

/** What would become of every row; doubtful ones are ticked one by one or all at once. */
export function RowsStep({ source, preview, onBack, onDone }: RowsStepProps) {
  const { t } = useTranslation("imports");
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>(() => firstShown(preview));
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => rowsOf(preview, shown), [preview, shown]);
  const tick = (row: number) => setTicked((before) => toggled(before, row));
  const columns = useMemo(
    () => rowColumns(t, language, { ticked, onTick: (row) => setTicked((before) => toggled(before, row)) }),
    [t, language, ticked],
  );
  return (
    <div className={classes.rows}>
      <Group justify="space-between">
        <OutcomeFilter preview={preview} value={shown} onChange={setShown} />
        <Group gap="xs">
          {preview.counts.doubtful > 0 && <TickAll preview={preview} onTicked={setTicked} />}
          <RefusedRows source={source} counts={preview.counts} />
        </Group>
      </Group>
      <div className={classes.table}>
        <VirtualTable
          key={shown}
          label={t("rows.title")}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowHeight={ROW_HEIGHT}
          onOpen={(row: Row) => row.outcome === "doubtful" && tick(row.row)}
        />
      </div>
      <RunBar source={source} preview={preview} ticked={ticked} onBack={onBack} onDone={onDone} />
    </div>
  );
}

interface OutcomeFilterProps {
  readonly preview: Preview;
  readonly value: Shown;
  readonly onChange: (shown: Shown) => void;
}

function OutcomeFilter({ preview: { counts }, value, onChange }: OutcomeFilterProps) {
  const { t } = useTranslation("imports");
  const data: { value: Shown; label: string }[] = [
    { value: "doubtful", label: `${t("rows.doubtful")} ${counts.doubtful}` },
    { value: "refused", label: `${t("rows.refused")} ${counts.refused}` },
    { value: "create", label: `${t("rows.create")} ${counts.created}` },
    { value: "unchanged", label: `${t("rows.unchanged")} ${counts.unchanged}` },
    { value: "all", label: `${t("rows.all")} ${counts.rows}` },
  ];
  return (
    <SegmentedControl
      aria-label={t("rows.filter")}
      data={data}
      value={value}
      onChange={onChange}
      className="numerals"
    />
  );
}

interface TickAllProps {
  readonly preview: Preview;
  readonly onTicked: (ticked: ReadonlySet<number>) => void;
}

function TickAll({ preview, onTicked }: TickAllProps) {
  const { t } = useTranslation("imports");
  return (
    <Group gap={4}>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onTicked(new Set(rowsOf(preview, "doubtful").map((row) => row.row)))}
      >
        {t("rows.tickAll")}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onTicked(new Set())}>
        {t("rows.tickNone")}
      </Button>
    </Group>
  );
}

interface RunBarProps extends RowsStepProps {
  readonly ticked: ReadonlySet<number>;
}

function RunBar({ source, preview, ticked, onBack, onDone }: RunBarProps) {
  const { t } = useTranslation(["imports", "common"]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = useTell("imports.run");
  const count = preview.counts.created + ticked.size;
  const go = async () => {
    const result = await run.tell({ ...source, accept: acceptance(preview, ticked) });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onDone(result.value);
  };
  if (run.pending)
    return <ProgressBar progress={run.progress} label={t("rows.running")} onCancel={run.cancel} />;
  return (
    <div>
      <RefusalNotice refusal={refusal} />
      <div className={classes.foot}>
        <span className={classes.sample}>{t("rows.left")}</span>
        <Group gap="sm">
          <Button variant="default" onClick={onBack}>
            {t("common:previous")}
          </Button>
          <Button onClick={go} disabled={count === 0}>
            {t("rows.run", { count })}
          </Button>
        </Group>
      </div>
    </div>
  );
}
