import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Dhis2.module.css";
import type { Editing } from "./useMapping.ts";

/** Saves the mapping as it is, finished or not; says when there is something to save. */
export function SaveBar({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation(["reports", "common"]);
  const { isDirty, isRestored, pending, save, startOver } = editing;
  return (
    <>
      <span className={classes.unsaved} role="status">
        {isDirty && t(isRestored ? "common:unsavedKept" : "dhis2.unsaved")}
      </span>
      {isDirty && (
        <Button variant="default" onClick={startOver}>
          {t("common:startOver")}
        </Button>
      )}
      <Button loading={pending} disabled={!isDirty} onClick={() => void save()}>
        {t("common:save")}
      </Button>
    </>
  );
}
