import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Fact, Facts } from "../../../../ui/Fields.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { PrintButton } from "../../../../ui/PrintButton.tsx";

/** The lease as it was signed. */
export function TermsPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const { terms } = file;
  const francs = (amount: number) => showFrancs(amount, language);
  const premises = file.premises.map(({ id, code }) => {
    const share = terms.premises.find(({ premisesId }) => premisesId === id)?.share ?? 0;
    return terms.premises.length > 1 ? `${code} (${francs(share)})` : code;
  });
  return (
    <Panel
      title={t("terms.title")}
      action={
        <PrintButton
          operation="rental.printLease"
          input={{ id: file.id }}
          label={t("lease.contract")}
          size="xs"
        />
      }
    >
      <Facts>
        <Fact name={t("terms.premises")}>{premises.join(", ")}</Fact>
        <Fact name={t("terms.from")}>
          <Day iso={terms.startsOn} />
        </Fact>
        <Fact name={t("terms.to")}>
          {terms.endsOn === null ? t("terms.noEnd") : <Day iso={terms.endsOn} />}
        </Fact>
        <Fact name={t("terms.rent")}>
          <Amount francs={terms.rent} /> {t(`periods.${terms.period}`)}
        </Fact>
        <Fact name={t("terms.due")}>{t("terms.dueDay", { day: terms.dueDay })}</Fact>
        <Fact name={t("terms.charges")}>{useChargesWords(file)}</Fact>
        <Fact name={t("terms.deposit")}>
          <Amount francs={terms.deposit} />
        </Fact>
        <Fact name={t("terms.notice")}>{t("terms.noticeMonths", { count: terms.noticeMonths })}</Fact>
        <Fact name={t("terms.penalty")}>{usePenaltyWords(file)}</Fact>
      </Facts>
    </Panel>
  );
}

function useChargesWords({ terms: { charges, period } }: LeaseFile): string {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  if (charges.kind === "none") return t("terms.chargesNone");
  if (charges.kind === "fixed") {
    const amount = showFrancs(charges.amount, language);
    return t("terms.chargesFixed", { amount, period: t(`periods.${period}`) });
  }
  const { water, power } = charges;
  return [
    water === null ? "" : t("terms.waterPrice", { amount: showFrancs(water, language) }),
    power === null ? "" : t("terms.powerPrice", { amount: showFrancs(power, language) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function usePenaltyWords({ terms: { penalty } }: LeaseFile): string {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  if (penalty.kind === "none") return t("terms.penaltyNone");
  const days = penalty.graceDays;
  if (penalty.kind === "percent") return t("terms.penaltyPercent", { percent: penalty.percent, days });
  return t("terms.penaltyFixed", { amount: showFrancs(penalty.amount, language), days });
}
