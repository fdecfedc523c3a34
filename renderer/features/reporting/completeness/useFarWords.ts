import { useTranslation } from "react-i18next";
import type { Outlier } from "../../../../src/contract/reportingViews.ts";
import { farFrom } from "./completenessView.ts";

/** « 3 fois plus que d’habitude ». */
export function useFarWords(): (outlier: Pick<Outlier, "value" | "usual">) => string {
  const { t } = useTranslation("reports");
  return (outlier) => {
    const far = farFrom(outlier);
    switch (far.how) {
      case "times":
        return far.way === "more"
          ? t("far.timesMore", { times: far.times })
          : t("far.timesLess", { times: far.times });
      case "percent":
        return far.way === "more"
          ? t("far.percentMore", { percent: far.percent })
          : t("far.percentLess", { percent: far.percent });
      case "nothing":
        return t("far.nothing");
      case "fromNothing":
        return t("far.fromNothing");
      case "otherSide":
        return t("far.otherSide");
    }
  };
}
