import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** This plan is a proposal until headquarters has confirmed it. */
export function ToConfirm() {
  const { t } = useTranslation("insurance");
  return (
    <Badge component="span" variant="outline" color="ochre" tt="none">
      {t("plans.toConfirm")}
    </Badge>
  );
}
