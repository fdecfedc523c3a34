import { Button, type ButtonProps, Group, Stack, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { IssuedReport } from "../../../../src/contract/reportingViews.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface WorkbookButtonProps extends Pick<ButtonProps, "variant" | "size"> {
  readonly report: Pick<IssuedReport, "id" | "number">;
}

/** Figures and tables of an issued report for a spreadsheet, after saying that they leave the encrypted register. */
export function WorkbookButton({ report, variant = "default", size = "sm" }: WorkbookButtonProps) {
  const { t } = useTranslation(["reports", "common"]);
  const [opened, setOpened] = useState(false);
  const { print, pending, refusal } = usePrint("reporting.exportReport");
  const go = async () => {
    await print({ id: report.id });
    setOpened(false);
  };
  return (
    <>
      <Button
        variant={variant}
        size={size}
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        aria-label={t("list.workbookOf", { number: report.number })}
        onClick={() => setOpened(true)}
      >
        {t("list.workbook")}
      </Button>
      <RefusalNotice refusal={refusal} />
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t("common:exporting.title")}>
        <Stack>
          <Text>{t("common:exporting.warning")}</Text>
          <Text size="sm" c="dimmed">
            {t("common:exporting.audited")}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t("common:cancel")}
            </Button>
            <Button onClick={() => void go()} loading={pending} data-autofocus>
              {t("common:export")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
