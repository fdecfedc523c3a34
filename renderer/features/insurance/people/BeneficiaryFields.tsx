import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { newId } from "../../../lib/newId.ts";
import classes from "./People.module.css";
import { shareLeft, sumOfShares, type TypedBeneficiary } from "./people.ts";

const MOST_BENEFICIARIES = 10;

interface BeneficiaryFieldsProps {
  readonly value: readonly TypedBeneficiary[];
  readonly onChange: (beneficiaries: readonly TypedBeneficiary[]) => void;
  /** Somebody tried to save: what is missing says so. */
  readonly checked: boolean;
}

/** Who is paid on her death, and how much of it; the sum is shown while it is typed. */
export function BeneficiaryFields({ value, onChange, checked }: BeneficiaryFieldsProps) {
  const { t } = useTranslation("insurance");
  const add = () =>
    onChange([...value, { id: newId(), name: "", relation: "", phone: "", share: shareLeft(value) }]);
  return (
    <Stack gap="xs" role="group" aria-label={t("beneficiaries.title")}>
      <Text size="sm" c="dimmed">
        {t("beneficiaries.hint")}
      </Text>
      {value.map((one, index) => (
        <BeneficiaryLine
          key={one.id}
          line={one}
          place={index + 1}
          checked={checked}
          onChange={(next) => onChange(value.map((other) => (other.id === one.id ? next : other)))}
          onRemove={() => onChange(value.filter((other) => other.id !== one.id))}
        />
      ))}
      <Group justify="space-between">
        {value.length < MOST_BENEFICIARIES && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={add}
          >
            {t("beneficiaries.add")}
          </Button>
        )}
        {value.length > 0 && <Sum percent={sumOfShares(value)} />}
      </Group>
    </Stack>
  );
}

function Sum({ percent }: { readonly percent: number }) {
  const { t } = useTranslation("insurance");
  const words =
    percent === 100
      ? t("beneficiaries.whole")
      : percent < 100
        ? t("beneficiaries.missing", { percent, left: 100 - percent })
        : t("beneficiaries.tooMuch", { percent, over: percent - 100 });
  return (
    <span role="status" className={`numerals ${classes.sum} ${percent === 100 ? "" : classes.wrong}`}>
      {words}
    </span>
  );
}

interface BeneficiaryLineProps {
  readonly line: TypedBeneficiary;
  readonly place: number;
  readonly checked: boolean;
  readonly onChange: (line: TypedBeneficiary) => void;
  readonly onRemove: () => void;
}

function BeneficiaryLine({ line, place, checked, onChange, onRemove }: BeneficiaryLineProps) {
  const { t } = useTranslation("insurance");
  return (
    <div className={classes.beneficiary}>
      <TextInput
        aria-label={t("beneficiaries.nameOf", { place })}
        placeholder={t("beneficiaries.name")}
        maxLength={80}
        autoFocus={line.name === ""}
        value={line.name}
        onChange={(event) => onChange({ ...line, name: event.currentTarget.value })}
        error={checked && line.name.trim() === "" && t("people.nameMissing")}
      />
      <TextInput
        aria-label={t("beneficiaries.relationOf", { place })}
        placeholder={t("beneficiaries.relation")}
        maxLength={40}
        value={line.relation}
        onChange={(event) => onChange({ ...line, relation: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t("beneficiaries.phoneOf", { place })}
        placeholder={t("columns.phone")}
        maxLength={30}
        inputMode="tel"
        value={line.phone}
        onChange={(event) => onChange({ ...line, phone: event.currentTarget.value })}
      />
      <NumberInput
        aria-label={t("beneficiaries.shareOf", { place })}
        suffix={"\u00a0%"}
        min={1}
        max={100}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        hideControls
        value={line.share}
        onChange={(share) => onChange({ ...line, share: typeof share === "number" ? share : "" })}
      />
      <ActionIcon aria-label={t("beneficiaries.remove", { place })} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </div>
  );
}
