import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { VoucherFile } from "../../../../src/contract/cashbookTerms.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Private } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useProjects } from "../ProjectField.tsx";
import { useChart } from "../useChart.ts";
import { useTills } from "../useTills.ts";
import classes from "./Voucher.module.css";

interface VoucherFactsProps {
  readonly file: VoucherFile;
  readonly isOwn: boolean;
}

/** All that the voucher says. */
export function VoucherFacts({ file, isOwn }: VoucherFactsProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const { voucher, payee } = file;
  const { nameOf, numberOf } = useChart();
  const officeName = useOfficeName();
  const project = useProjects().find(({ code }) => code === voucher.project);
  return (
    <Panel>
      <Facts>
        <Fact name={t("amount")}>
          <span className={classes.amount}>
            <Amount francs={voucher.amount} />
          </span>
          <span className={classes.direction}>{t(`directions.${voucher.direction}`)}</span>
        </Fact>
        <Fact name={t("account")}>
          {nameOf(voucher.account)} <span className="numerals">({numberOf(voucher.account)})</span>
        </Fact>
        <Fact name={t("entry.words")}>{voucher.words}</Fact>
        {payee !== "" && (
          <Fact name={t(`entry.payee.${voucher.direction}`)}>
            <Private>{payee}</Private>
          </Fact>
        )}
        <Fact name={t("date")}>
          <Day iso={voucher.datedOn} />
        </Fact>
        <Where file={file} isOwn={isOwn} />
        {voucher.project !== null && (
          <Fact name={t("project")}>{project ? `${project.code} · ${project.name}` : voucher.project}</Fact>
        )}
        <MemberFact file={file} isOwn={isOwn} />
        <Tied file={file} />
        {voucher.reason !== "" && <Fact name={t("reason")}>{voucher.reason}</Fact>}
        <Fact name={t("recordedAt")}>
          <Day iso={voucher.recordedAt} withTime />
          {isOwn ? ` · ${voucher.recordedBy}` : ` · ${officeName(voucher.office)}`}
        </Fact>
      </Facts>
    </Panel>
  );
}

function Where({ file: { voucher }, isOwn }: VoucherFactsProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const { nameOf } = useTills(isOwn ? undefined : voucher.office);
  const name = nameOf(voucher.till, voucher.office);
  const method = t(`common:method.${voucher.method}`);
  return (
    <>
      <Fact name={t("till")}>{name === method ? name : `${name} (${method})`}</Fact>
      {voucher.reference !== "" && <Fact name={t("reference")}>{voucher.reference}</Fact>}
    </>
  );
}

function MemberFact({ file: { voucher }, isOwn }: VoucherFactsProps) {
  const { t } = useTranslation("cashbook");
  const mayRead = useMay("members.read");
  if (voucher.memberNumber === null) return null;
  const number = <span className="numerals">{voucher.memberNumber}</span>;
  const linked = mayRead && isOwn && voucher.memberId !== null;
  return (
    <Fact name={t("member")}>
      {linked ? (
        <Link className={classes.link} to={`/members/${voucher.memberId}`}>
          {number}
        </Link>
      ) : (
        number
      )}
    </Fact>
  );
}

/** The vouchers that this one belongs to. */
function Tied({ file }: { readonly file: VoucherFile }) {
  const { t } = useTranslation("cashbook");
  const ties = (["pair", "reverses", "reversedBy"] as const).flatMap((word) => {
    const tied = file[word];
    return tied === null ? [] : [{ word, ...tied }];
  });
  return ties.map(({ word, id, number }) => (
    <Fact key={word} name={t(`ties.${word}`)}>
      <Link className={classes.link} to={`/cashbook/vouchers/${id}`}>
        {number}
      </Link>
    </Fact>
  ));
}
