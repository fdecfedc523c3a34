import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile, WriteOff } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { ConfirmDialog } from "../../../../ui/ConfirmDialog.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../../ui/RefusalNotice.tsx";
import { useSending } from "../../useSending.ts";
import classes from "../Lease.module.css";

/** What was given up, by whom and why; whoever may give up may ask for it again. */
export function WriteOffsPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  return (
    <Panel title={t("writeOff.list")}>
      <ul className={classes.lines}>
        {file.writeOffs.map((writeOff) => (
          <WriteOffLine key={writeOff.id} writeOff={writeOff} file={file} />
        ))}
      </ul>
    </Panel>
  );
}

interface WriteOffLineProps {
  readonly writeOff: WriteOff;
  readonly file: LeaseFile;
}

function WriteOffLine({ writeOff, file }: WriteOffLineProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const [voiding, setVoiding] = useState(false);
  const mayVoid = useMayHere("rental.writeOff", file.office) && !writeOff.voided;
  return (
    <li className={classes.line}>
      <span className={writeOff.voided ? classes.gone : undefined}>
        <Amount francs={writeOff.amount} /> · <Day iso={writeOff.on} />
        <div className={classes.soft}>
          {[writeOff.reason, writeOff.by && t("writeOff.by", { name: writeOff.by })]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </span>
      {writeOff.voided && <span className={classes.soft}>{t("writeOff.voided")}</span>}
      {mayVoid && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("writeOff.voidOf", { amount: showFrancs(writeOff.amount, language) })}
          onClick={() => setVoiding(true)}
        >
          {t("writeOff.void")}
        </Button>
      )}
      {voiding && <VoidDialog writeOff={writeOff} file={file} onClose={() => setVoiding(false)} />}
    </li>
  );
}

function VoidDialog({ writeOff, file, onClose }: WriteOffLineProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("rental");
  const { go, pending, refusal } = useSending("voidWriteOff", {
    fields: [],
    input: () => ({ id: writeOff.id, leaseId: file.id }),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={t("writeOff.voidTitle")}
      confirm={t("writeOff.void")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("writeOff.voidText")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
