import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showDay } from "../../../../lib/format.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { ConfirmDialog } from "../../../../ui/ConfirmDialog.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../../ui/RefusalNotice.tsx";
import { useSending } from "../../useSending.ts";
import classes from "../Lease.module.css";
import { useChangeWords } from "./changeWords.ts";
import { RenewDialog } from "./RenewDialog.tsx";
import { RentFreeDialog } from "./RentFreeDialog.tsx";
import { ReviseDialog } from "./ReviseDialog.tsx";

type Opened = "revise" | "rentFree" | "renew" | null;

/** What was agreed since the signature; a mistake is voided, never edited. */
export function ChangesPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState<Opened>(null);
  const mayChange = useMayHere("rental.manage", file.office) && file.termination === null;
  const close = () => setOpened(null);
  return (
    <Panel
      title={t("changes.title")}
      action={
        mayChange && (
          <Group gap="xs" justify="flex-end">
            {(["revise", "rentFree", "renew"] as const).map((change) => (
              <Button key={change} variant="default" size="xs" onClick={() => setOpened(change)}>
                {t(`changes.${change}`)}
              </Button>
            ))}
          </Group>
        )
      }
    >
      {file.changes.length === 0 && <Text c="dimmed">{t("changes.none")}</Text>}
      <ul className={classes.lines}>
        {file.changes.toReversed().map((entry) => (
          <ChangeLine key={entry.change.id} entry={entry} file={file} mayVoid={mayChange} />
        ))}
      </ul>
      {opened === "revise" && <ReviseDialog file={file} onClose={close} />}
      {opened === "rentFree" && <RentFreeDialog file={file} onClose={close} />}
      {opened === "renew" && <RenewDialog file={file} onClose={close} />}
    </Panel>
  );
}

type Entry = LeaseFile["changes"][number];

interface ChangeLineProps {
  readonly entry: Entry;
  readonly file: LeaseFile;
  readonly mayVoid: boolean;
}

function ChangeLine({ entry, file, mayVoid }: ChangeLineProps) {
  const { t } = useTranslation("rental");
  const words = useChangeWords();
  const [voiding, setVoiding] = useState(false);
  const what = words(entry.change);
  return (
    <li className={classes.line}>
      <span>
        <span className={entry.voided ? classes.gone : undefined}>{what}</span>
        <div className={classes.soft}>
          {[showDay(entry.at.slice(0, 10)), entry.note].filter(Boolean).join(" · ")}
        </div>
      </span>
      {entry.voided && <span className={classes.soft}>{t("changes.voided")}</span>}
      {!entry.voided && mayVoid && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("changes.voidOf", { what })}
          onClick={() => setVoiding(true)}
        >
          {t("changes.void")}
        </Button>
      )}
      {voiding && <VoidDialog entry={entry} file={file} what={what} onClose={() => setVoiding(false)} />}
    </li>
  );
}

interface VoidDialogProps extends Omit<ChangeLineProps, "mayVoid"> {
  readonly what: string;
  readonly onClose: () => void;
}

function VoidDialog({ entry, file, what, onClose }: VoidDialogProps) {
  const { t } = useTranslation("rental");
  const { go, pending, refusal } = useSending("voidChange", {
    fields: [],
    input: () => ({ id: entry.change.id, leaseId: file.id }),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={t("changes.voidTitle")}
      confirm={t("changes.voidGo")}
      keep={t("changes.keep")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text fw={600}>{what}</Text>
        <Text size="sm">{t("changes.voidText")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
