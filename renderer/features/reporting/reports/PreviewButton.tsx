import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReportKey } from "../../../../src/contract/reportingTerms.ts";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface PreviewButtonProps {
  readonly of: ReportKey;
  readonly save: () => Promise<boolean>;
}

/** The paper as it would be, with everything that is written so far. */
export function PreviewButton({ of: key, save }: PreviewButtonProps) {
  const { t } = useTranslation("reports");
  const { print, pending, refusal } = usePrint("reporting.preview");
  const show = async () => {
    if (await save()) await print(key);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={18} aria-hidden />}
        loading={pending}
        onClick={() => void show()}
      >
        {t("write.preview")}
      </Button>
      <RefusalNotice refusal={refusal} />
    </>
  );
}
