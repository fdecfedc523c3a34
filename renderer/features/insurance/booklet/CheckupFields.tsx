import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../../lib/refusals.ts";
import { DateField } from "../../../ui/DateField.tsx";
import type { CheckupEntry } from "./useCheckupEntry.ts";

/** When, where, and the number of the stamp: nothing of what was found. */
export function CheckupFields({ entry }: { readonly entry: CheckupEntry }) {
  const { t } = useTranslation("insurance");
  const text = useRefusalText();
  const errorAt = (field: string) => (entry.refusal?.field === field ? text(entry.refusal) : null);
  return (
    <>
      <DateField
        label={t("booklet.doneOn")}
        required
        value={entry.on}
        onChange={entry.setOn}
        error={errorAt("doneOn")}
      />
      <TextInput
        label={t("booklet.facility")}
        maxLength={80}
        value={entry.facility}
        onChange={(event) => entry.setFacility(event.currentTarget.value)}
        error={errorAt("facility")}
      />
      <TextInput
        label={t("booklet.stamp")}
        maxLength={20}
        value={entry.stamp}
        onChange={(event) => entry.setStamp(event.currentTarget.value)}
        error={errorAt("stamp")}
      />
    </>
  );
}

/** Fields of an entry that show a refusal themselves. */
export const PLACED = ["memberId", "doneOn", "facility", "stamp"];
