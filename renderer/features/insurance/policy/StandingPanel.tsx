import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Private } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Policy.module.css";
import { WaitingEnd } from "./WaitingEnd.tsx";

/** How the policy stands: dates, what is late, what came in and went out. */
export function StandingPanel({ file }: { readonly file: PolicyFile }) {
  const { t } = useTranslation("insurance");
  const { policy } = file;
  return (
    <Panel tone={policy.lateDays > 0 ? "attention" : "plain"}>
      <Facts>
        <Fact name={t("policy.member")}>
          <Link to={`/members/${policy.memberId}`} className={classes.link}>
            {policy.memberNumber}
          </Link>
        </Fact>
        <Fact name={t("columns.phone")}>
          {policy.phone === "" ? "—" : <Private>{showPhone(policy.phone)}</Private>}
        </Fact>
        <Fact name={t("columns.since")}>
          <Day iso={policy.effectiveOn} />
        </Fact>
        <Fact name={t("policy.waitingUntil")}>
          <WaitingEnd file={file} />
        </Fact>
        <Fact name={t("columns.paidUntil")}>
          <Day iso={policy.paidUntil} />
        </Fact>
        <Fact name={t("columns.overdue")}>
          <Owed owed={policy.overdue} lateDays={policy.lateDays} />
        </Fact>
        <Fact name={t("policy.contributed")}>
          <Amount francs={file.contributed} />
        </Fact>
        <Fact name={t(policy.kind === "life" ? "policy.paidOut" : "policy.benefits")}>
          <Amount francs={file.benefits} />
        </Fact>
      </Facts>
    </Panel>
  );
}

function Owed({ owed, lateDays }: { readonly owed: number; readonly lateDays: number }) {
  const { t } = useTranslation("insurance");
  if (owed === 0) return "—";
  if (lateDays === 0) return <Amount francs={owed} />;
  return (
    <span className={classes.late}>
      <Amount francs={owed} /> · {t("policy.late", { count: lateDays })}
    </span>
  );
}
