import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/useSession.ts";
import { Page } from "../../ui/Page.tsx";
import classes from "./CardsPage.module.css";
import { CheckCard } from "./CheckCard.tsx";
import { WaitingCards } from "./WaitingCards.tsx";

/** Cards that wait for the printer, and the check of a card that somebody shows. */
export function CardsPage() {
  const { t } = useTranslation("cards");
  const mayPrint = useMay("cards.print");
  const mayCheck = useMay("cards.check");
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <div className={classes.columns}>
        {mayCheck && <CheckCard />}
        {mayPrint && <WaitingCards />}
      </div>
    </Page>
  );
}
