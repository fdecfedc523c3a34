import { useTranslation } from "react-i18next";
import { MembershipStatus } from "../../../../src/contract/membership.ts";
import type { Overview } from "../../../../src/contract/office.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import classes from "./Today.module.css";

/** How many members there are, by their standing, and the cards of this month; at headquarters in its own branch. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const office = useOfficeIdentity();
  const { members, cardsThisMonth } = overview;
  const shown = MembershipStatus.options.filter((status) => members[status] > 0);
  const present = shown.filter((status) => status !== "left" && status !== "deceased");
  return (
    <Panel title={office?.headquarters ? t("today.membersOf", { office: office.name }) : t("today.members")}>
      <div className={classes.members}>
        <div className={`${classes.total} numerals`}>{showCount(members.total, language)}</div>
        <div className={classes.bar} aria-hidden>
          {present.map((status) => (
            <span key={status} className={classes[status]} style={{ flexGrow: members[status] }} />
          ))}
        </div>
        <div className={classes.sold}>
          {t("today.cardsThisMonth", { count: cardsThisMonth.count })} ·{" "}
          <Amount francs={cardsThisMonth.francs} />
        </div>
      </div>
      <ul className={classes.legend}>
        {shown.map((status) => (
          <li key={status}>
            <StatusBadge status={status} />
            <span className="numerals">{showCount(members[status], language)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
