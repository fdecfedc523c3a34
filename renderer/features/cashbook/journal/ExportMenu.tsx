import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import type { JournalView } from "./journalView.ts";

/** The whole journal of the period, as an accountant's software takes it. */
export function ExportMenu({ view: { period, office } }: { readonly view: JournalView }) {
  const { t } = useTranslation(["cashbook", "common"]);
  const { print, pending, refusal } = usePrint("cashbook.exportJournal");
  const save = (format: "csv" | "xlsx") =>
    void print({ ...period, format, ...(office === undefined ? {} : { office }) });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={pending}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t("common:export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("export.what")}</Menu.Label>
          <Menu.Item onClick={() => save("xlsx")}>{t("export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => save("csv")}>{t("export.csv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RefusalNotice refusal={refusal} />
    </>
  );
}
