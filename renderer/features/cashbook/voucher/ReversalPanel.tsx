import { Button, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoucherFile } from "../../../../src/contract/cashbookTerms.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { ReverseDialog } from "./ReverseDialog.tsx";

/** Nothing is changed or deleted: a wrong voucher is taken back by another one. */
export function ReversalPanel({ file }: { readonly file: VoucherFile }) {
  const { t } = useTranslation("cashbook");
  const mayReverse = useMay("cashbook.reverse");
  const [opened, setOpened] = useState(false);
  const { reversible } = file;
  const may = reversible === "yes" && mayReverse;
  const why = reversible === "yes" && !mayReverse ? "notYours" : reversible;
  return (
    <Panel
      title={t("reversal.title")}
      action={
        may && (
          <Button
            variant="default"
            style={{ flex: "none" }}
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            onClick={() => setOpened(true)}
          >
            {t("reversal.action")}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t(`reversal.why.${why}`)}
        {file.reversedBy !== null && ` ${t("reversal.by", { number: file.reversedBy.number })}`}
      </Text>
      {opened && <ReverseDialog file={file} onClose={() => setOpened(false)} />}
    </Panel>
  );
}
