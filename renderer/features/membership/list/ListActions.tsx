import { Button, Group, Menu, Stack, Text } from "@mantine/core";
import { IconDots, IconFileImport, IconFileSpreadsheet, IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MemberFilter } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { CodebookItem } from "../../../ui/ExportMenu.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../../ui/useShowFile.tsx";

export interface ListActionsProps {
  readonly filter: MemberFilter;
  readonly total: number;
}

type Way = "print" | "csv" | "xlsx";

/** The main action of the list and, behind a menu, the rarer ones. */
export function ListActions({ filter, total }: ListActionsProps) {
  const { t } = useTranslation(["membership", "common"]);
  const [way, setWay] = useState<Way | null>(null);
  const mayExport = useMay("members.export");
  const mayImport = useMay("members.import");
  return (
    <Group gap="sm">
      {(mayExport || mayImport) && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              {t("list.more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayImport && (
              <Menu.Item component={Link} to="/members/import" leftSection={<IconFileImport size={16} />}>
                {t("list.import")}
              </Menu.Item>
            )}
            {mayExport && <OutputItems disabled={total === 0} onWay={setWay} />}
          </Menu.Dropdown>
        </Menu>
      )}
      {useMay("members.write") && (
        <Button component={Link} to="/members/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {t("list.new")}
        </Button>
      )}
      <Dialog
        opened={way !== null}
        onClose={() => setWay(null)}
        title={t(way === "print" ? "list.print" : "list.export")}
      >
        {way !== null && (
          <OutputWarning way={way} filter={filter} total={total} onClose={() => setWay(null)} />
        )}
      </Dialog>
    </Group>
  );
}

function OutputItems({
  disabled,
  onWay,
}: {
  readonly disabled: boolean;
  readonly onWay: (way: Way) => void;
}) {
  const { t } = useTranslation("membership");
  return (
    <>
      <Menu.Item disabled={disabled} leftSection={<IconPrinter size={16} />} onClick={() => onWay("print")}>
        {t("list.print")}
      </Menu.Item>
      <Menu.Item
        disabled={disabled}
        leftSection={<IconFileSpreadsheet size={16} />}
        onClick={() => onWay("xlsx")}
      >
        {t("list.exportXlsx")}
      </Menu.Item>
      <Menu.Item
        disabled={disabled}
        leftSection={<IconFileSpreadsheet size={16} />}
        onClick={() => onWay("csv")}
      >
        {t("list.exportCsv")}
      </Menu.Item>
      <CodebookItem of="members" />
    </>
  );
}

/** Says, before names leave the encrypted register, that anybody will be able to read them. */
function OutputWarning({
  way,
  filter,
  total,
  onClose,
}: ListActionsProps & { readonly way: Way; readonly onClose: () => void }) {
  const { t } = useTranslation(["membership", "common"]);
  const showFile = useShowFile();
  const print = useTell("membership.printList", { invalidates: ["access"] });
  const exporting = useTell("membership.exportList", { invalidates: ["access"] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    const result = way === "print" ? await print.tell(filter) : await exporting.tell({ filter, format: way });
    if (!result.ok) return setRefusal(result.refusal);
    onClose();
    showFile(result.value);
  };
  return (
    <Stack>
      <RefusalNotice refusal={refusal} />
      <Text>{t(way === "print" ? "list.printWarning" : "list.exportWarning", { count: total })}</Text>
      <Text size="sm" c="dimmed">
        {t("list.audited")}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button onClick={go} loading={print.pending || exporting.pending} data-autofocus>
          {t(way === "print" ? "list.printGo" : "list.exportGo")}
        </Button>
      </Group>
    </Stack>
  );
}
