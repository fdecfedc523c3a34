import { Button } from "@mantine/core";
import { type FormEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Booklet.module.css";
import { CheckupFields, PLACED } from "./CheckupFields.tsx";
import { MemberPick, type Picked } from "./MemberPick.tsx";
import { useCheckupEntry } from "./useCheckupEntry.ts";

interface QuickEntryProps {
  readonly picked: Picked | null;
  readonly onPick: (member: Picked | null) => void;
}

/** A pile of booklets, one after the other: name, Enter, stamp, Enter. */
export function QuickEntry({ picked, onPick }: QuickEntryProps) {
  const { t } = useTranslation("insurance");
  const text = useRefusalText();
  const notice = useNotice();
  const field = useRef<HTMLInputElement>(null);
  const entry = useCheckupEntry(() => {
    if (picked) notice(t("booklet.recorded", { number: picked.number }));
    onPick(null);
    field.current?.focus();
  });
  const { refusal } = entry;
  const isPlaced = refusal?.field !== undefined && PLACED.includes(refusal.field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void entry.record(picked?.id ?? null);
  };
  return (
    <Panel>
      <RefusalNotice refusal={isPlaced ? null : refusal} />
      <form onSubmit={submit} noValidate className={classes.entry}>
        <MemberPick
          field={field}
          picked={picked}
          onPick={(member) => {
            entry.setRefusal(null);
            onPick(member);
          }}
          error={refusal?.field === "memberId" ? text(refusal) : null}
        />
        <CheckupFields entry={entry} />
        <Button type="submit" loading={entry.pending} className={classes.go ?? ""}>
          {t("booklet.record")}
        </Button>
      </form>
    </Panel>
  );
}
