import { useTranslation } from "react-i18next";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Panel } from "../../../ui/Panel.tsx";

/** What is known of the premises themselves. */
export function PremisesFacts({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const { surface, condition, guideRent, waterMeter, powerMeter, notes, vacantSince } = premises;
  return (
    <Panel title={t("premises.facts")}>
      <Facts>
        <Fact name={t("premises.guideRent")}>{guideRent > 0 ? <Amount francs={guideRent} /> : "—"}</Fact>
        <Fact name={t("premises.condition")}>{t(`conditions.${condition}`)}</Fact>
        <Fact name={t("premises.surface")}>
          {surface === null ? "—" : t("premises.surfaceShown", { count: surface })}
        </Fact>
        <Fact name={t("premises.waterMeter")}>{waterMeter}</Fact>
        <Fact name={t("premises.powerMeter")}>{powerMeter}</Fact>
        {vacantSince !== null && (
          <Fact name={t("board.since")}>
            <Day iso={vacantSince} />
          </Fact>
        )}
        {notes !== "" && <Fact name={t("premises.notes")}>{notes}</Fact>}
      </Facts>
    </Panel>
  );
}
