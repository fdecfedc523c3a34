import { Button, Group, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useHotkeys } from "@mantine/hooks";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { focusFirstError } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./MemberForm.module.css";
import { ContactSection, EmergencySection, IdentitySection, LifeSection } from "./MemberSections.tsx";
import type { MemberFormValues } from "./memberForm.ts";
import { ConsentSection, NotesSection, PaperSection } from "./PaperSections.tsx";

export interface MemberFormProps {
  readonly form: UseFormReturnType<MemberFormValues>;
  readonly today: CalendarDate;
  readonly pending: boolean;
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onRefer: () => void;
  /** Photo and duplicates, beside the fields. */
  readonly side: ReactNode;
  /** Above the fields: a refusal, or that a draft came back. */
  readonly notice: ReactNode;
}

/** Enter goes to the next field, as in a paper register: a half-filled form is never saved by accident. */
function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const here = event.target;
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || !(here instanceof HTMLInputElement))
    return;
  if (here.type === "checkbox" || here.type === "radio") return;
  event.preventDefault();
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>("input:not([type=hidden]):enabled, textarea"),
  ];
  fields[fields.indexOf(here) + 1]?.focus();
}

/** All that is known of a member on one page, with the save bar always in sight. */
export function MemberForm(props: MemberFormProps) {
  const { form, today, onRefer } = props;
  const save = form.onSubmit(props.onSave, focusFirstError);
  useHotkeys([["mod+S", () => save()]], []);
  const section = { form, today };
  return (
    <form onSubmit={save} onKeyDown={enterMovesOn} noValidate>
      <div className={classes.columns}>
        <Stack className={classes.fields ?? ""} gap="md">
          {props.notice}
          <Panel>
            <IdentitySection {...section} onRefer={onRefer} />
            <ContactSection {...section} />
            <LifeSection {...section} />
            <EmergencySection {...section} />
            <PaperSection {...section} />
            <ConsentSection {...section} />
            <NotesSection {...section} />
          </Panel>
        </Stack>
        <aside className={classes.side}>{props.side}</aside>
      </div>
      <SaveBar pending={props.pending} label={props.saveLabel} onCancel={props.onCancel} />
    </form>
  );
}

interface SaveBarProps {
  readonly pending: boolean;
  readonly label: string;
  readonly onCancel: () => void;
}

function SaveBar({ pending, label, onCancel }: SaveBarProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <div className={classes.bar}>
      <span className={classes.hint}>{t("form.keysHint")}</span>
      <Group gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {label}
        </Button>
      </Group>
    </div>
  );
}
