import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/useSession.ts";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { placesFor } from "./places.ts";

/** The pages of the insurance that this person may enter, one click apart. */
export function InsuranceTabs() {
  const { t } = useTranslation("insurance");
  const places = placesFor(useSession()?.permissions ?? []);
  return (
    <PageTabs label={t("title")} tabs={places.map(({ to, word }) => ({ to, label: t(`tabs.${word}`) }))} />
  );
}
