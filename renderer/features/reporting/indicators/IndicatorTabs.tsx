import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageTabs } from "../../../ui/PageTabs.tsx";
import { alongWith } from "../addresses.ts";

/** The catalogue, and what is to be reached. */
export function IndicatorTabs() {
  const { t } = useTranslation("reporting");
  const [address] = useSearchParams();
  const tabs = [
    { to: "/reporting/indicators", label: t("indicators.list") },
    { to: "/reporting/indicators/targets", label: t("targets.title") },
  ];
  return <PageTabs label={t("tabs.indicators")} tabs={tabs} search={alongWith(address)} />;
}
