import { useTranslation } from "react-i18next";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { PLACES } from "./places.ts";

/** The pages of the rental, one click apart. */
export function RentalTabs() {
  const { t } = useTranslation("rental");
  return (
    <PageTabs label={t("title")} tabs={PLACES.map(({ to, word }) => ({ to, label: t(`tabs.${word}`) }))} />
  );
}
