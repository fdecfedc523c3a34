import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconCreditCard, IconLayoutGrid, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../src/contract/index.ts";
import type { Refusal } from "../../src/contract/results.ts";
import { useTell } from "../lib/calls.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { useShowFile } from "./useShowFile.tsx";

interface CardPrintButtonProps {
  readonly who: InputOf<"cards.print">["who"];
  readonly label: string;
  readonly variant?: "filled" | "default";
  readonly disabled?: boolean;
}

/** Prints cards: on A4 sheets of ten for scissors, or one a page for a card printer. */
export function CardPrintButton({ who, label, variant = "filled", disabled = false }: CardPrintButtonProps) {
  const { t } = useTranslation("cards");
  const showFile = useShowFile();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const print = useTell("cards.print", { invalidates: ["cards"] });
  const go = async (layout: "sheet" | "single") => {
    const result = await print.tell({ who, layout });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) showFile(result.value);
  };
  if (print.pending && print.progress) {
    return <ProgressBar progress={print.progress} label={t("print.running")} onCancel={print.cancel} />;
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant={variant}
            disabled={disabled}
            loading={print.pending}
            leftSection={<IconPrinter size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLayoutGrid size={18} aria-hidden />} onClick={() => void go("sheet")}>
            {t("print.sheet")}
          </Menu.Item>
          <Menu.Item leftSection={<IconCreditCard size={18} aria-hidden />} onClick={() => void go("single")}>
            {t("print.single")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
