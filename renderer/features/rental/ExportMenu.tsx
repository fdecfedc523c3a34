import { Button, Group, Menu, Stack, Text } from "@mantine/core";
import { IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../../src/contract/index.ts";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { today } from "../../lib/today.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../ui/useShowFile.tsx";

type Exported = InputOf<"rental.exportList">;

interface ExportMenuProps {
  readonly list: Exported["list"];
  /** `2026-11`; this month when left out. */
  readonly month?: string;
  readonly office: OfficeScope | undefined;
  readonly disabled?: boolean;
}

/** A list as a file, after saying that names leave the encrypted register. */
export function ExportMenu({ list, month, office, disabled = false }: ExportMenuProps) {
  const { t } = useTranslation("rental");
  const [format, setFormat] = useState<Exported["format"] | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={disabled}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t("export.open")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => setFormat("xlsx")}>
            {t("export.xlsx")}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => setFormat("csv")}>
            {t("export.csv")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {format !== null && (
        <ExportDialog
          input={{ list, month: month ?? today().slice(0, 7), format, ...(office ? { office } : {}) }}
          onClose={() => setFormat(null)}
        />
      )}
    </>
  );
}

interface ExportDialogProps {
  readonly input: Exported;
  readonly onClose: () => void;
}

function ExportDialog({ input, onClose }: ExportDialogProps) {
  const { t } = useTranslation(["rental", "common"]);
  const showFile = useShowFile();
  const { tell, pending } = useTell("rental.exportList", { invalidates: ["access"] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    const result = await tell(input);
    if (!result.ok) return setRefusal(result.refusal);
    onClose();
    showFile(result.value);
  };
  return (
    <Dialog opened onClose={onClose} title={t("export.title")}>
      <Stack>
        <RefusalNotice refusal={refusal} />
        <Text>{t("export.warning")}</Text>
        <Text size="sm" c="dimmed">
          {t("export.audited")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button onClick={() => void go()} loading={pending} data-autofocus>
            {t("export.go")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
