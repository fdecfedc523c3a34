import { Table } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { SkillDomain } from "../../../../src/contract/literacyTerms.ts";
import type { CohortFile, CohortResults, LearnerResult } from "../../../../src/contract/literacyViews.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Name } from "../../../ui/Name.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import looks from "../../../ui/StatusBadge.module.css";
import { showRate } from "../figuresShown.ts";
import { skillsByDomain } from "./marksEdits.ts";
import classes from "./Results.module.css";

interface OutcomesProps {
  readonly results: CohortResults;
  readonly file: CohortFile;
  readonly mayPrint: boolean;
}

/** What each woman's marks come to, how far she has come, and her certificate. */
export function Outcomes({ results, file, mayPrint }: OutcomesProps) {
  const { t } = useTranslation("literacy");
  // At 125 % zoom the domains step aside, so that nothing has to be scrolled sideways.
  const isNarrow = useMediaQuery("(max-width: 75em)") ?? false;
  const domains = isNarrow ? [] : skillsByDomain(results.programme.skills).map(({ domain }) => domain);
  return (
    <Table verticalSpacing={5} horizontalSpacing="xs" className={`numerals ${classes.outcomes}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("results.woman")}</Table.Th>
          <Table.Th ta="right">{t("results.first")}</Table.Th>
          <Table.Th ta="right">{t("results.latest")}</Table.Th>
          <Table.Th ta="right">{t("results.progress")}</Table.Th>
          {domains.map((domain) => (
            <Table.Th key={domain} ta="right">
              {t(`domains.${domain}`)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t("results.attendance")}</Table.Th>
          <Table.Th>{t("results.outcome")}</Table.Th>
          <Table.Th>{t("results.certificate")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {results.learners.map((learner) => (
          <OutcomeRow
            key={learner.enrolmentId}
            learner={learner}
            domains={domains}
            file={file}
            mayPrint={mayPrint}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface OutcomeRowProps extends Omit<OutcomesProps, "results"> {
  readonly learner: LearnerResult;
  readonly domains: readonly SkillDomain[];
}

function OutcomeRow({ learner, domains, file, mayPrint }: OutcomeRowProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? "—" : t("results.percent", { percent: value });
  const { first, latest, outcome, certificate, enrolmentId } = learner;
  const line = file.learners.find((one) => one.enrolmentId === enrolmentId);
  const progress = first === null || latest === null ? null : latest - first;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <span className={classes.number}>{learner.learner.number}</span>{" "}
        <span className={classes.inline}>
          <Name {...learner.learner} />
        </span>
      </Table.Th>
      <Table.Td ta="right">{percent(first)}</Table.Td>
      <Table.Td ta="right">{percent(latest)}</Table.Td>
      <Table.Td ta="right">
        {progress === null ? "—" : t("results.points", { points: signed(progress) })}
      </Table.Td>
      {domains.map((domain) => (
        <Table.Td key={domain} ta="right">
          {percent(outcome?.domains.find((one) => one.domain === domain)?.percent)}
        </Table.Td>
      ))}
      <Table.Td ta="right">{showRate(line?.attendanceRate ?? null, language)}</Table.Td>
      <Table.Td>
        <OutcomeWords learner={learner} />
      </Table.Td>
      <Table.Td>
        {certificate !== null && mayPrint && (
          <PrintButton
            operation="literacy.printCertificates"
            input={{ ids: [certificate.id] }}
            label={certificate.number}
            about={t("results.printOf", { number: certificate.number })}
            variant="subtle"
            size="compact-sm"
          />
        )}
        {certificate !== null && !mayPrint && certificate.number}
      </Table.Td>
    </Table.Tr>
  );
}

const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");

/** Passed, or what is missing. */
function OutcomeWords({ learner }: { readonly learner: LearnerResult }) {
  const { t } = useTranslation("literacy");
  const { outcome, state } = learner;
  if (outcome === null) {
    const isGone = state === "left" || state === "moved";
    return <span className={classes.soft}>{isGone ? t(`enrolmentStates.${state}`) : t("results.none")}</span>;
  }
  if (outcome.passed) return <span className={`${looks.badge} ${looks.current}`}>{t("results.passed")}</span>;
  const parts = outcome.missing.map((part) => t(`memberTab.parts.${part}`)).join(", ");
  return (
    <>
      <span className={`${looks.badge} ${looks.grace}`}>{t("results.notPassed")}</span>
      <span className={classes.missing}>{t("memberTab.missing", { parts })}</span>
    </>
  );
}
