import { useTranslation } from "react-i18next";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { PLACES } from "./places.ts";

/** The pages of the classes, one click apart. */
export function LiteracyTabs() {
  const { t } = useTranslation("literacy");
  return (
    <PageTabs label={t("title")} tabs={PLACES.map(({ to, word }) => ({ to, label: t(`tabs.${word}`) }))} />
  );
}
