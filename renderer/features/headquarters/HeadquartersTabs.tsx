import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/useSession.ts";
import { PageTabs } from "../../ui/PageTabs.tsx";

/** Offices, possible duplicates and transfers, one click apart for whoever settles them. */
export function HeadquartersTabs() {
  const { t } = useTranslation("headquarters");
  if (!useMay("headquarters.settle")) return null;
  return (
    <PageTabs
      label={t("tabs.label")}
      tabs={[
        { to: "/headquarters", label: t("tabs.offices") },
        { to: "/headquarters/duplicates", label: t("tabs.duplicates") },
        { to: "/headquarters/transfers", label: t("tabs.transfers") },
      ]}
    />
  );
}
