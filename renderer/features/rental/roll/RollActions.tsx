import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconCoins, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { exportedList } from "../exportedList.ts";
import { askedBy, type RollView } from "./useRollView.ts";

interface RollActionsProps {
  readonly papers: RollPapers;
  readonly view: RollView;
  readonly empty: boolean;
  /** Null where nothing is left to take, or this person takes nothing. */
  readonly onCollect: (() => void) | null;
}

type RollPapers = ReturnType<typeof useRollPapers>;

/** The month's papers: the roll itself, and what every tenant gets. */
export function useRollPapers({ month, office }: RollView) {
  const roll = usePrint("rental.printRoll");
  const many = usePrint("rental.printMonth");
  return {
    pending: roll.pending || many.pending,
    refusal: many.refusal ?? roll.refusal,
    printRoll: () => void roll.print(askedBy({ month, office })),
    printAll: (paper: "notices" | "quittances") => void many.print({ month, paper }),
  };
}

/** The refusal of a paper, where there is room for a sentence. */
export function PapersRefusal({ papers }: Pick<RollActionsProps, "papers">) {
  return <RefusalNotice refusal={papers.refusal} />;
}

/** « Encaisser », and beside it papers and export. Tenants' papers are printed where their leases are. */
export function RollActions({ papers, view, empty, onCollect }: RollActionsProps) {
  const { t } = useTranslation("rental");
  const icon = <IconPrinter size={16} aria-hidden />;
  return (
    <Group gap="sm" wrap="nowrap">
      <ExportMenu
        operation="rental.exportList"
        input={exportedList("roll", view.office, view.month)}
        codebook="roll"
        disabled={empty}
      />
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={empty}
            loading={papers.pending}
            leftSection={icon}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t("roll.papers")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={icon} onClick={papers.printRoll}>
            {t("roll.print")}
          </Menu.Item>
          {view.office === undefined && (
            <>
              <Menu.Item leftSection={icon} onClick={() => papers.printAll("notices")}>
                {t("roll.notices")}
              </Menu.Item>
              <Menu.Item leftSection={icon} onClick={() => papers.printAll("quittances")}>
                {t("roll.quittances")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {onCollect !== null && (
        <Button leftSection={<IconCoins size={18} aria-hidden />} onClick={onCollect}>
          {t("roll.collect")}
        </Button>
      )}
    </Group>
  );
}
