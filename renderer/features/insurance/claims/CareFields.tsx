import { Autocomplete, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "../../../ui/DateField.tsx";
import classes from "./Claims.module.css";
import { facilityOf } from "./claimForm.ts";
import type { ClaimDraft } from "./useClaimForm.ts";

/** Where, when, by which receipt. One field for the facility: the plan's list by first letters, or any other name. */
export function CareFields({ draft: { form, cover } }: { readonly draft: ClaimDraft }) {
  const { t } = useTranslation("claims");
  const { facility, careOn } = form.values;
  const listed = [...new Set((cover?.facilities ?? []).map(({ name }) => name))];
  const known = facilityOf(cover, facility) === undefined ? t("form.notAgreed") : t("form.agreed");
  const hint = facility.trim() === "" ? t("form.facilityHint") : known;
  return (
    <div className={classes.care}>
      <Autocomplete
        openOnFocus={false}
        label={t("form.facility")}
        description={listed.length > 0 ? hint : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        required
        maxLength={80}
        data={listed}
        {...form.getInputProps("facility")}
      />
      <DateField
        label={t("form.careOn")}
        required
        value={careOn}
        onChange={(text) => form.setFieldValue("careOn", text)}
        error={form.errors.careOn}
      />
      <TextInput label={t("form.receipt")} maxLength={40} {...form.getInputProps("receiptNumber")} />
    </div>
  );
}
