import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import type { FileOutput } from "../../src/contract/primitives.ts";
import type { Refusal, Result } from "../../src/contract/results.ts";
import { useTell } from "../lib/calls.ts";
import { Dialog } from "./Dialog.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { useShowFile } from "./useShowFile.tsx";

export const FORMATS = ["xlsx", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** Operations that hand out a list as a file, in the format that is asked for. */
export type ExportOperation = {
  [N in OperationName]: OutputOf<N> extends FileOutput
    ? InputOf<N> extends { format: Format }
      ? N
      : never
    : never;
}[OperationName];

interface ExportDialogProps<N extends ExportOperation> {
  readonly operation: N;
  readonly input: Omit<InputOf<N>, "format">;
  readonly format: Format;
  readonly onClose: () => void;
}

/** Says that the file leaves the encrypted register and that the export is noted, then makes it. */
export function ExportDialog<N extends ExportOperation>(props: ExportDialogProps<N>) {
  const { operation, input, format, onClose } = props;
  const { t } = useTranslation("common");
  const showFile = useShowFile();
  const { tell, pending } = useTell(operation, { invalidates: ["access"] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    // `ExportOperation` has only those that take a format and answer with a file.
    const result = (await tell({ ...input, format } as unknown as InputOf<N>)) as Result<FileOutput>;
    if (!result.ok) return setRefusal(result.refusal);
    onClose();
    showFile(result.value);
  };
  return (
    <Dialog opened onClose={onClose} title={t("exporting.title")}>
      <Stack>
        <RefusalNotice refusal={refusal} />
        <Text>{t("exporting.warning")}</Text>
        <Text size="sm" c="dimmed">
          {t("exporting.audited")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button onClick={() => void go()} loading={pending} data-autofocus>
            {t("export")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
