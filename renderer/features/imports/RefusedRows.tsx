import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../src/contract/index.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../ui/useShowFile.tsx";
import type { Source } from "./source.ts";

interface RefusedRowsProps {
  readonly source: Source;
  readonly counts: OutputOf<"imports.run">;
  readonly size?: "xs" | "sm";
}

/** Saves the rows that stay out as a file with the reasons beside, to be corrected and imported again. */
export function RefusedRows({ source, counts, size = "xs" }: RefusedRowsProps) {
  const { t } = useTranslation("imports");
  const showFile = useShowFile();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = useTell("imports.refusedRows", { invalidates: [] });
  if (counts.refused + counts.doubtful === 0) return null;
  const save = async (withDoubtful: boolean, format: "csv" | "xlsx") => {
    const result = await ask.tell({ ...source, withDoubtful, format });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) showFile(result.value);
  };
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Menu position="bottom-end" width={330}>
        <Menu.Target>
          <Button
            variant="default"
            size={size}
            loading={ask.pending}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t("refused.save")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("refused.warning")}</Menu.Label>
          <Menu.Item disabled={counts.refused === 0} onClick={() => void save(false, "xlsx")}>
            {t("refused.onlyXlsx")}
          </Menu.Item>
          <Menu.Item disabled={counts.refused === 0} onClick={() => void save(false, "csv")}>
            {t("refused.onlyCsv")}
          </Menu.Item>
          <Menu.Item onClick={() => void save(true, "xlsx")}>{t("refused.bothXlsx")}</Menu.Item>
          <Menu.Item onClick={() => void save(true, "csv")}>{t("refused.bothCsv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
