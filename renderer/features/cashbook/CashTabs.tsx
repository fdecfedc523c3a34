import { useTranslation } from "react-i18next";
import { useOfficeIdentity } from "../../lib/useSession.ts";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { useOfficeInAddress } from "../../ui/useOfficeInAddress.ts";
import { placesAt } from "./places.ts";

/** The pages of the cash book, one click apart; whose book it is stays the same from one to the next. */
export function CashTabs() {
  const { t } = useTranslation("cashbook");
  const [office] = useOfficeInAddress();
  const places = placesAt(useOfficeIdentity()?.headquarters ?? false);
  return (
    <PageTabs
      label={t("title")}
      tabs={places.map(({ to, word }) => ({ to, label: t(`tabs.${word}`) }))}
      search={office === undefined ? "" : `?office=${office}`}
    />
  );
}
