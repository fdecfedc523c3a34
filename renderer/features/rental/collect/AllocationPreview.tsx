import { useTranslation } from "react-i18next";
import type { ChargeStanding } from "../../../../src/contract/rentalTerms.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { useChargeWords } from "../words.ts";
import classes from "./Collect.module.css";
import { previewOf } from "./preview.ts";

const SHOWN = 5;

interface AllocationPreviewProps {
  readonly charges: readonly ChargeStanding[];
  readonly amount: number;
}

/** What the typed amount pays, oldest first, and what is left of the last one. */
export function AllocationPreview({ charges, amount }: AllocationPreviewProps) {
  const { t } = useTranslation("rental");
  const { lines, advance } = previewOf(charges, amount);
  // Of a long list the last line says most: whether it is wholly paid.
  const shown = lines.length > SHOWN ? [...lines.slice(0, SHOWN - 1), ...lines.slice(-1)] : lines;
  return (
    <section className={classes.preview} aria-label={t("collect.pays")} aria-live="polite">
      <h3 className={classes.heading}>{t("collect.pays")}</h3>
      {amount === 0 && <p className={classes.soft}>{t("collect.paysNothing")}</p>}
      <ul className={classes.lines}>
        {shown.map((line, place) => (
          <PreviewLine
            key={line.charge.key}
            line={line}
            hidden={place === SHOWN - 2 ? lines.length - shown.length : 0}
          />
        ))}
        {advance > 0 && (
          <li className={classes.line}>
            <span>{t("collect.advance")}</span>
            <Amount francs={advance} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface PreviewLineProps {
  readonly line: ReturnType<typeof previewOf>["lines"][number];
  /** Charges that are paid too and stand between this line and the next. */
  readonly hidden: number;
}

function PreviewLine({ line: { charge, paid, left }, hidden }: PreviewLineProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const words = useChargeWords();
  return (
    <>
      <li className={classes.line}>
        <span>
          {words(charge)}{" "}
          <span className={left > 0 ? classes.part : classes.soft}>
            {left > 0 ? t("collect.paysPart", { left: showFrancs(left, language) }) : t("collect.paysWhole")}
          </span>
        </span>
        <Amount francs={paid} />
      </li>
      {hidden > 0 && <li className={classes.soft}>{t("collect.more", { count: hidden })}</li>}
    </>
  );
}
