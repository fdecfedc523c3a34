import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { LeaseBadge, PremisesBadge } from "../Badges.tsx";
import { TenantName } from "../TenantName.tsx";
import classes from "./Board.module.css";

interface PremisesCardProps {
  readonly premises: Premises;
  readonly withOffice: boolean;
}

/** One of the premises: who has it and how it stands, or that it can be let. */
export function PremisesCard({ premises, withOffice }: PremisesCardProps) {
  const { t } = useTranslation("rental");
  const { id, code, kind, state, lease, office } = premises;
  return (
    <li className={`${classes.card} ${classes[state]}`}>
      <div className={classes.head}>
        <div>
          <Link to={`/rental/premises/${id}`} className={classes.code}>
            {code}
          </Link>
          <div className={classes.soft}>
            {[t(`kinds.${kind}`), withOffice ? office : ""].filter(Boolean).join(" · ")}
          </div>
        </div>
        <PremisesBadge state={state} />
      </div>
      {lease === null ? <Vacant premises={premises} /> : <Let lease={lease} />}
      <div className={classes.foot}>
        {lease === null ? (
          <LetButton premises={premises} />
        ) : (
          <>
            <Link to={`/rental/leases/${lease.id}`} className={classes.link}>
              {t("board.lease", { number: lease.number })}
            </Link>{" "}
            {lease.state === "upcoming" && <LeaseBadge state="upcoming" />}
          </>
        )}
      </div>
    </li>
  );
}

function Let({ lease }: { readonly lease: NonNullable<Premises["lease"]> }) {
  const { t } = useTranslation("rental");
  return (
    <>
      <div className={classes.tenant}>
        <TenantName name={lease.tenantName} />
      </div>
      <dl className={classes.facts}>
        <dt>{t("board.rent")}</dt>
        <dd>
          <Amount francs={lease.rent} />
        </dd>
        {lease.arrears > 0 && (
          <>
            <dt className={classes.late}>{t("board.late")}</dt>
            <dd className={classes.late}>
              <Amount francs={lease.arrears} />
            </dd>
          </>
        )}
        {lease.endsOn === null ? (
          <dt>{t("board.noEnd")}</dt>
        ) : (
          <>
            <dt>{t("board.until")}</dt>
            <dd>
              <Day iso={lease.endsOn} />
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

function Vacant({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const { guideRent, vacantSince, retiredOn } = premises;
  return (
    <>
      <div className={classes.soft}>
        {retiredOn !== null ? (
          <>
            {t("board.retiredOn")} <Day iso={retiredOn} />
          </>
        ) : vacantSince === null ? (
          t("board.neverLet")
        ) : (
          <>
            {t("board.since")} <Day iso={vacantSince} />
          </>
        )}
      </div>
      {guideRent > 0 && (
        <dl className={classes.facts}>
          <dt>{t("board.guideRent")}</dt>
          <dd>
            <Amount francs={guideRent} />
          </dd>
        </dl>
      )}
    </>
  );
}

function LetButton({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const mayManage = useMay("rental.manage");
  const own = useOfficeIdentity()?.code === premises.office;
  if (!mayManage || !own || premises.state === "retired") return null;
  return (
    <Button
      component={Link}
      to={`/rental/leases/new?premises=${premises.id}`}
      variant="default"
      size="xs"
      aria-label={t("board.letOne", { code: premises.code })}
    >
      {t("board.let")}
    </Button>
  );
}
