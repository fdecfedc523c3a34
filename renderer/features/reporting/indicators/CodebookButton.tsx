import { Button } from "@mantine/core";
import { IconBook } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** What every indicator means, as a workbook. */
export function CodebookButton() {
  const { t } = useTranslation("reporting");
  const { print, pending, refusal } = usePrint("reporting.codebook");
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBook size={16} aria-hidden />}
        loading={pending}
        onClick={() => void print({ of: "indicators", format: "xlsx" })}
      >
        {t("indicators.codebook")}
      </Button>
      <RefusalNotice refusal={refusal} />
    </>
  );
}
