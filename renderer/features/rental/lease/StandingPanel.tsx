import { useTranslation } from "react-i18next";
import type { ArrearsByAge } from "../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Private } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Lease.module.css";
import { nextDue } from "./nextDue.ts";

/** How the tenant stands: what is late and since when, or that all is paid; what comes next. */
export function StandingPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const next = nextDue(file);
  return (
    <Panel tone={file.arrears > 0 ? "attention" : "plain"}>
      <section className={classes.head} aria-label={t("lease.standing")}>
        <Figure file={file} />
        <Facts>
          {file.state !== "ended" && (
            <Fact name={t("lease.next")}>
              {next === null ? (
                t("lease.nextNone")
              ) : (
                <>
                  <Amount francs={next.amount} /> · <Day iso={next.on} />
                </>
              )}
            </Fact>
          )}
          <Fact name={t("lease.rent")}>
            <Amount francs={file.rent} /> {t(`periods.${file.terms.period}`)}
          </Fact>
          <Fact name={t("lease.deposit")}>
            <Amount francs={file.depositHeld} />
          </Fact>
          <Fact name={t("lease.ends")}>
            {file.endsOn === null ? t("leases.noEnd") : <Day iso={file.endsOn} />}
          </Fact>
          <Fact name={t("lease.phone")}>
            {file.tenantPhone === "" ? (
              "—"
            ) : (
              <span className={`${classes.phone} numerals`}>
                <Private>{showPhone(file.tenantPhone)}</Private>
              </span>
            )}
          </Fact>
        </Facts>
        {file.arrears > 0 && <Ages ages={file.ages} />}
      </section>
    </Panel>
  );
}

function Figure({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const { arrears, advance } = file;
  if (arrears > 0) {
    return (
      <div className={classes.figure}>
        <div className={classes.figureWord}>{t("lease.arrears")}</div>
        <div className={`${classes.figureFrancs} ${classes.late}`}>
          <Amount francs={arrears} />
        </div>
      </div>
    );
  }
  return (
    <div className={classes.figure}>
      <div className={classes.figureWord}>{advance > 0 ? t("lease.advance") : " "}</div>
      <div className={classes.figureFrancs}>
        {advance > 0 ? <Amount francs={advance} /> : t("lease.upToDate")}
      </div>
    </div>
  );
}

const AGES = ["upTo30", "upTo60", "upTo90", "over90"] as const;

function Ages({ ages }: { readonly ages: ArrearsByAge }) {
  const { t } = useTranslation("rental");
  return (
    <div className={classes.ages}>
      {AGES.filter((age) => ages[age] > 0).map((age) => (
        <span key={age}>
          <span className={classes.soft}>{t(`lease.ages.${age}`)}</span> <Amount francs={ages[age]} />
        </span>
      ))}
    </div>
  );
}
