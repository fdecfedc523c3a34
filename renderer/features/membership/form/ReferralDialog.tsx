import { Button, Group, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReferralNote } from "../../../../src/contract/membership.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { ADULT_AGE, ageRange } from "../../../../src/domain/membership/age.ts";
import { useTell } from "../../../lib/calls.ts";
import { applyRefusal, errorsBy, useRefusalText } from "../../../lib/refusals.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../../ui/useShowFile.tsx";
import type { MemberFormValues } from "./memberForm.ts";
import { readTypedBirth } from "./typedBirth.ts";

export interface ReferralDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The note is made: nothing of her may stay in the member's form. */
  readonly onDone: () => void;
  /** What was typed before her age was known. */
  readonly typed: MemberFormValues;
  readonly today: CalendarDate;
}

/** The note that sends a girl under 18 to LAKANA SO. It goes on paper and nowhere else. */
export function ReferralDialog({ opened, onClose, ...rest }: ReferralDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("referral.title")} size="lg">
      {opened && <ReferralForm onClose={onClose} {...rest} />}
    </Dialog>
  );
}

interface NoteValues {
  surname: string;
  firstNames: string;
  age: number | "";
  contact: string;
  need: string;
}

function noteFrom(typed: MemberFormValues, today: CalendarDate): NoteValues {
  const read = readTypedBirth(typed.birth, today);
  const age = read.state === "read" ? ageRange(read.birth, today).oldest : null;
  return {
    surname: typed.surname,
    firstNames: typed.firstNames,
    age: age !== null && age >= 0 && age < ADULT_AGE ? age : "",
    contact: typed.phone,
    need: "",
  };
}

function ReferralForm({ typed, today, onClose, onDone }: Omit<ReferralDialogProps, "opened">) {
  const { t } = useTranslation(["membership", "common"]);
  const text = useRefusalText();
  const showFile = useShowFile();
  const print = useTell("membership.printReferral", { invalidates: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm<{
    surname: string;
    firstNames: string;
    age: number | "";
    contact: string;
    need: string;
  }>({
    initialValues: noteFrom(typed, today),
    validate: (values) =>
      errorsBy(ReferralNote, text)({ ...values, age: values.age === "" ? null : values.age }),
  });
  const submit = form.onSubmit(async (values) => {
    const result = await print.tell({ ...values, age: values.age === "" ? null : values.age });
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    showFile(result.value);
    onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{t("referral.text")}</Text>
        <RefusalNotice refusal={refusal} />
        <NoteFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={print.pending}>
            {t("referral.print")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function NoteFields({ form }: { readonly form: UseFormReturnType<NoteValues> }) {
  const { t } = useTranslation("membership");
  return (
    <>
      <SimpleGrid cols={2}>
        <TextInput label={t("fields.surname")} {...form.getInputProps("surname")} />
        <TextInput label={t("fields.firstNames")} {...form.getInputProps("firstNames")} />
        <NumberInput
          label={t("referral.age")}
          min={0}
          max={17}
          allowDecimal={false}
          {...form.getInputProps("age")}
        />
        <TextInput label={t("referral.contact")} {...form.getInputProps("contact")} />
      </SimpleGrid>
      <Textarea
        label={t("referral.need")}
        description={t("referral.needHint")}
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps("need")}
      />
    </>
  );
}
