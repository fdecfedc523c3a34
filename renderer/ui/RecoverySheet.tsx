import { Button, Checkbox, Group, Stack } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../src/contract/primitives.ts";
import { FileDialog } from "./FileDialog.tsx";
import classes from "./RecoverySheet.module.css";

interface RecoverySheetProps {
  readonly code: string;
  readonly sheet: FileOutput;
  /** The word on the button that goes on, once the sheet was put away. */
  readonly done: string;
  readonly onDone: () => void;
}

/** The recovery code, shown this once: to be printed and put away before going on. */
export function RecoverySheet({ code, sheet, done, onDone }: RecoverySheetProps) {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  const [putAway, setPutAway] = useState(false);
  return (
    <Stack>
      <output className={classes.code} aria-label={t("recovery.code")}>
        {code}
      </output>
      <Button
        leftSection={<IconPrinter size={18} aria-hidden />}
        variant={putAway ? "default" : "filled"}
        style={{ alignSelf: "flex-start" }}
        onClick={() => setOpen(true)}
      >
        {t("recovery.print")}
      </Button>
      <Checkbox
        label={t("recovery.putAway")}
        checked={putAway}
        onChange={(event) => setPutAway(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button size="md" disabled={!putAway} onClick={onDone}>
          {done}
        </Button>
      </Group>
      {open && <FileDialog file={sheet} onClose={() => setOpen(false)} />}
    </Stack>
  );
}
