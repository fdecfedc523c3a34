import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useOfficeIdentity } from "../../lib/useSession.ts";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { alongWith } from "./addresses.ts";
import { placesAt } from "./places.ts";

/** The pages of figures and reports, one click apart; period and office go along. */
export function ReportingTabs() {
  const { t } = useTranslation("reporting");
  const [address] = useSearchParams();
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const tabs = placesAt(headquarters).map(({ to, word }) => ({ to, label: t(`tabs.${word}`) }));
  return <PageTabs label={t("title")} tabs={tabs} search={alongWith(address)} />;
}
