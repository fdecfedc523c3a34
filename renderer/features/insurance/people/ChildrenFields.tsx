import { ActionIcon, Button, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { DateField } from "../../../ui/DateField.tsx";
import classes from "./People.module.css";
import { childFault, type TypedChild } from "./people.ts";

const MOST_CHILDREN = 30;

interface ChildrenFieldsProps {
  readonly value: readonly TypedChild[];
  readonly onChange: (children: readonly TypedChild[]) => void;
  /** Somebody tried to save: lines with a fault say so. */
  readonly checked: boolean;
}

/** Insured children, one a line. */
export function ChildrenFields({ value, onChange, checked }: ChildrenFieldsProps) {
  const { t } = useTranslation("insurance");
  return (
    <Stack gap="xs" role="group" aria-label={t("children.title")}>
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("children.none")}
        </Text>
      )}
      {value.map((child, index) => (
        <ChildLine
          key={child.id}
          child={child}
          place={index + 1}
          checked={checked}
          onChange={(next) => onChange(value.map((one) => (one.id === child.id ? next : one)))}
          onRemove={() => onChange(value.filter((one) => one.id !== child.id))}
        />
      ))}
      {value.length < MOST_CHILDREN && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: "flex-start" }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, { id: newId(), name: "", birth: "" }])}
        >
          {t("children.add")}
        </Button>
      )}
    </Stack>
  );
}

interface ChildLineProps {
  readonly child: TypedChild;
  readonly place: number;
  readonly checked: boolean;
  readonly onChange: (child: TypedChild) => void;
  readonly onRemove: () => void;
}

function ChildLine({ child, place, checked, onChange, onRemove }: ChildLineProps) {
  const { t } = useTranslation("insurance");
  const [today] = useState(todayNow);
  const fault = checked ? childFault(child, today) : null;
  return (
    <div className={classes.child}>
      <TextInput
        aria-label={t("children.nameOf", { place })}
        placeholder={t("children.name")}
        maxLength={80}
        autoFocus={child.name === "" && child.birth === ""}
        value={child.name}
        onChange={(event) => onChange({ ...child, name: event.currentTarget.value })}
        error={fault === "name" && t("people.nameMissing")}
      />
      <DateField
        aria-label={t("children.birthOf", { place })}
        value={child.birth}
        onChange={(birth) => onChange({ ...child, birth })}
        error={fault === "birth" && t("people.dateUnreadable")}
      />
      <ActionIcon aria-label={t("children.remove", { place })} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </div>
  );
}
