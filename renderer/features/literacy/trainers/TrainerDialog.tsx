import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { Trainer } from "../../../../src/contract/literacyViews.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { MemberPick } from "../../../ui/MemberPick.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { useFormFaults } from "../formFaults.ts";
import { pickedOf, type TrainerValues, trainerInput, trainerValues } from "./trainerForm.ts";

interface TrainerDialogProps {
  /** Null for a new one. */
  readonly trainer: Trainer | null;
  readonly onSaved?: (id: Id) => void;
  readonly onClose: () => void;
}

/** Who teaches: a member, or somebody else by name. */
export function TrainerDialog({ trainer, onSaved, onClose }: TrainerDialogProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const [id] = useState(() => trainer?.id ?? newId());
  const { form, saving } = useTrainerForm(id, trainer, () => {
    onSaved?.(id);
    onClose();
  });
  const isMember = form.values.who === "member";
  return (
    <FormDialog
      title={t(trainer === null ? "trainers.new" : "trainers.edit")}
      action={t("common:save")}
      saving={saving}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t("trainers.who")}
        data={[
          { value: "member", label: t("trainers.member") },
          { value: "other", label: t("trainers.other") },
        ]}
        {...form.getInputProps("who")}
      />
      {isMember ? (
        <TrainerMember form={form} trainer={trainer} />
      ) : (
        <>
          <TextInput
            label={t("trainers.name")}
            maxLength={80}
            required
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t("trainers.phone")}
            maxLength={30}
            inputMode="tel"
            {...form.getInputProps("phone")}
          />
        </>
      )}
      {trainer !== null && (
        <Checkbox
          label={t("trainers.active")}
          description={t("trainers.activeHint")}
          {...form.getInputProps("active", { type: "checkbox" })}
        />
      )}
    </FormDialog>
  );
}

type TrainerForm = ReturnType<typeof useTrainerForm>["form"];

function TrainerMember({ form, trainer }: { readonly form: TrainerForm; readonly trainer: Trainer | null }) {
  const { t } = useTranslation("literacy");
  const [picked, setPicked] = useState(() => pickedOf(trainer));
  return (
    <MemberPick
      label={t("enrol.member")}
      placeholder={t("enrol.memberPlaceholder")}
      nobody={t("enrol.nobody")}
      required
      data-autofocus
      picked={picked}
      onPick={(member) => {
        setPicked(member);
        form.setFieldValue("memberId", member?.id ?? null);
      }}
      error={form.errors.memberId}
    />
  );
}

function useTrainerForm(id: Id, trainer: Trainer | null, onDone: () => void) {
  const text = useRefusalText();
  const input = (values: TrainerValues) => trainerInput(id, values);
  const faults = useFormFaults<TrainerValues>({ schema: literacy.saveTrainer.input, input, required: [] });
  const form = useForm<TrainerValues>({
    initialValues: trainerValues(trainer),
    validate: (values) => {
      const missing = values.who === "member" ? values.memberId === null : values.name.trim() === "";
      const field = values.who === "member" ? "memberId" : "name";
      return missing ? { [field]: text({ code: "request.required" }) } : faults(values);
    },
  });
  const saving = useSaving({ operation: "literacy.saveTrainer", form, input, onDone });
  return { form, saving };
}
