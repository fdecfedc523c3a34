import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { ChangeNote } from "../../../ui/ChangeNote.tsx";
import classes from "./Today.module.css";

/** In the order of what an office asks for first; who may not read one sees the next. */
const CODES = [
  "members.upToDate",
  "cards.sold",
  "insurance.collected",
  "rental.received",
  "cashbook.balance",
  "literacy.attendanceRate",
  "members.joined",
  "insurance.checkups",
];
const SHOWN = 5;

/**
 * This month in a few figures, each against the same days of the month before; they lead to the dashboard. At
 * headquarters they are those of all offices.
 */
export function KeyFigures() {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const mayRead = useMay("reporting.read");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const month = todayNow().slice(0, 7);
  const figures = useAsk(
    "reporting.indicators",
    { codes: CODES, from: month, to: month, by: null, ...(headquarters ? { office: "all" } : {}) },
    { enabled: mayRead },
  );
  const rows = (figures.data?.rows ?? []).slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("today.figures")}>
      <ul className={classes.keyFigures}>
        {rows.map(({ code, cells }) => {
          const indicator = indicatorOf(code);
          const [now, before] = cells;
          if (indicator === undefined || now === undefined || before === undefined) return null;
          return (
            <li key={code}>
              <Link to={headquarters ? "/reporting?office=all" : "/reporting"} className={classes.keyFigure}>
                <span className={classes.keyName}>{indicator.name[language]}</span>
                <span className={`${classes.keyValue} numerals`}>
                  {showShown(now, indicator.unit, language)}
                </span>
                <ChangeNote now={now} before={before} indicator={indicator} />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
