import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ArrearsLine } from "../../../../src/contract/rentalViews.ts";
import type { useLetters } from "./useLetters.ts";

interface LettersMenuProps {
  readonly line: ArrearsLine;
  readonly letters: ReturnType<typeof useLetters>;
}

/** First or last reminder on paper. */
export function LettersMenu({ line, letters }: LettersMenuProps) {
  const { t } = useTranslation("rental");
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t("arrears.lettersOf", { number: line.number })}
          loading={letters.pending === line.leaseId}
        >
          {t("arrears.letters")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["first", "last"] as const).map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void letters.print(line, kind)}
          >
            {t(`arrears.${kind}`)}
          </Menu.Item>
        ))}
        {letters.notes && <Menu.Label>{t("arrears.lettersHint")}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
