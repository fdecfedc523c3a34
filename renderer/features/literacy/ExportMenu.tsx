import { Button, Group, Menu, Stack, Text } from "@mantine/core";
import { IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../../src/contract/index.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../ui/useShowFile.tsx";

type Exported = InputOf<"literacy.exportList">;

interface ExportMenuProps {
  readonly input: Omit<Exported, "format">;
  readonly disabled?: boolean;
}

const FORMATS = ["xlsx", "csv"] as const;

/** A list as a file, after saying that it leaves the encrypted register. */
export function ExportMenu({ input, disabled = false }: ExportMenuProps) {
  const { t } = useTranslation("literacy");
  const [format, setFormat] = useState<Exported["format"] | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={220}>
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
          {FORMATS.map((one) => (
            <Menu.Item
              key={one}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => setFormat(one)}
            >
              {t(`export.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {format !== null && <ExportDialog input={{ ...input, format }} onClose={() => setFormat(null)} />}
    </>
  );
}

interface ExportDialogProps {
  readonly input: Exported;
  readonly onClose: () => void;
}

export function ExportDialog({ input, onClose }: ExportDialogProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const showFile = useShowFile();
  const { tell, pending } = useTell("literacy.exportList", { invalidates: ["access"] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    const result = await tell(input);
    if (!result.ok) return setRefusal(result.refusal);
    onClose();
    showFile(result.value);
  };
  return (
    <Dialog opened onClose={onClose} title={t("export.open")}>
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
