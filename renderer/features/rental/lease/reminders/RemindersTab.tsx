import { Button, Group, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile, Reminder } from "../../../../../src/contract/rentalViews.ts";
import { showDay, showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../../ui/RefusalNotice.tsx";
import { ReminderDialog } from "../../arrears/ReminderDialog.tsx";
import { useLetters } from "../../arrears/useLetters.ts";
import classes from "../Lease.module.css";

/** What was said and sent about what is late, and what the tenant promised. */
export function RemindersTab({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  return (
    <Panel title={t("reminder.title")} action={<Actions file={file} />}>
      {file.reminders.length === 0 && <Text c="dimmed">{t("reminder.none")}</Text>}
      <ul className={classes.lines}>
        {file.reminders.toReversed().map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} />
        ))}
      </ul>
    </Panel>
  );
}

function Actions({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [noting, setNoting] = useState(false);
  const letters = useLetters();
  const mayNote = useMayHere("rental.collect", file.office);
  const line = { leaseId: file.id, office: file.office };
  return (
    <Group gap="xs" style={{ flex: "none" }}>
      <RefusalNotice refusal={letters.refusal} />
      {file.arrears > 0 &&
        (["first", "last"] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={letters.pending !== null}
            onClick={() => void letters.print(line, kind)}
          >
            {t(`reminder.${kind}`)}
          </Button>
        ))}
      {mayNote && (
        <Button variant="default" onClick={() => setNoting(true)}>
          {t("reminder.add")}
        </Button>
      )}
      {noting && <ReminderDialog leaseId={file.id} onClose={() => setNoting(false)} />}
    </Group>
  );
}

function ReminderLine({ reminder }: { readonly reminder: Reminder }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const { kind, on, promised, promisedOn, note } = reminder;
  return (
    <li className={classes.line}>
      <span>
        <strong>{t(`reminder.kinds.${kind}`)}</strong> · <span className="numerals">{showDay(on)}</span>
        {note !== "" && <div className={classes.soft}>{note}</div>}
      </span>
      {promisedOn !== null && promised !== null && (
        <span>
          {t("reminder.promiseShown", {
            amount: showFrancs(promised, language),
            on: showDay(promisedOn),
          })}
        </span>
      )}
    </li>
  );
}
