import { Tooltip } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MemberForm.module.css";

/** A label with a small lock: this field never leaves the office. */
export function LocalLabel({ text }: { readonly text: string }) {
  const { t } = useTranslation("membership");
  return (
    <>
      {text}{" "}
      <Tooltip label={t("form.localOnlyWhy")} multiline w={260}>
        <span className={classes.local}>
          <IconLock size={12} aria-hidden /> {t("form.localOnly")}
        </span>
      </Tooltip>
    </>
  );
}

/** Takes the whole width of a section. */
export function Wide({ children }: { readonly children: ReactNode }) {
  return <div style={{ gridColumn: "1 / -1" }}>{children}</div>;
}
