import { Anchor, Input, SegmentedControl, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { showBirth } from "../../../../src/domain/format.ts";
import { isAdult } from "../../../../src/domain/membership/age.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { ageShown } from "../ageShown.ts";
import { type BirthKind, readTypedBirth, settleTypedBirth, type TypedBirth } from "./typedBirth.ts";

interface BirthFieldProps {
  readonly value: TypedBirth;
  readonly onChange: (typed: TypedBirth) => void;
  readonly onLeave: () => void;
  readonly error?: ReactNode;
  readonly today: CalendarDate;
  /** She is under 18: the person wants the note for LAKANA SO. */
  readonly onRefer: () => void;
}

const KINDS: readonly BirthKind[] = ["exact", "year", "estimated"];

/** A birth date at the precision at which it is known. */
export function BirthField({ value, onChange, onLeave, error, today, onRefer }: BirthFieldProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const read = readTypedBirth(value, today);
  const adult = read.state === "read" ? isAdult(read.birth, today) : null;
  const settle = () => {
    const settled = settleTypedBirth(value, today);
    if (settled !== value) onChange(settled);
    onLeave();
  };
  return (
    <Input.Wrapper label={t("fields.birth")} labelElement="div">
      <Stack gap={6}>
        <SimpleGrid cols={2} spacing="md">
          <SegmentedControl
            aria-label={t("birth.precision")}
            data={KINDS.map((kind) => ({ value: kind, label: t(`birth.kinds.${kind}`) }))}
            value={value.kind}
            onChange={(kind) => onChange({ ...value, kind })}
            fullWidth
            style={{ alignSelf: "start" }}
          />
          <TextInput
            aria-label={t("fields.birth")}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
            onBlur={settle}
            placeholder={t(value.kind === "exact" ? "birth.dayHint" : "birth.yearHint")}
            autoComplete="off"
            error={adult === "no" ? true : error}
            inputWrapperOrder={["label", "input", "description", "error"]}
            description={
              read.state === "read" && adult !== "no"
                ? `${showBirth(read.birth, language)} · ${ageShown(read.birth, today, t)}`
                : undefined
            }
          />
        </SimpleGrid>
        {adult === "no" && <MinorNotice onRefer={onRefer} />}
        {adult === "perhaps" && <Notice>{t("birth.perhapsMinor")}</Notice>}
      </Stack>
    </Input.Wrapper>
  );
}

function MinorNotice({ onRefer }: { readonly onRefer: () => void }) {
  const { t } = useTranslation("membership");
  return (
    <Notice>
      {t("minor.text")}{" "}
      <Anchor component="button" type="button" size="sm" fw={600} onClick={onRefer}>
        {t("minor.refer")}
      </Anchor>
    </Notice>
  );
}
