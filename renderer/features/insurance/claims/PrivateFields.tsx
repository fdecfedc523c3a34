import { Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Claims.module.css";
import type { ClaimFormValues } from "./claimForm.ts";

/** Folded away unless there is something in it: what a doctor wrote never leaves this office. */
export function PrivateFields({ form }: { readonly form: UseFormReturnType<ClaimFormValues> }) {
  const { t } = useTranslation("claims");
  const { prescription, diagnosis } = form.values;
  const [filledFirst] = useState(prescription !== "" || diagnosis !== "");
  return (
    <details className={classes.fold} open={filledFirst || undefined}>
      <summary>
        <IconLock size={16} aria-hidden /> {t("form.private")}{" "}
        <span className={classes.soft}>{t("form.privateText")}</span>
      </summary>
      <div className={classes.twoColumns}>
        <Textarea
          label={t("form.prescription")}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps("prescription")}
        />
        <Textarea
          label={t("form.diagnosis")}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps("diagnosis")}
        />
      </div>
    </details>
  );
}
