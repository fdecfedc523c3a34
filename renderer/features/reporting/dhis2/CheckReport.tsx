import { Table } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Dhis2Check } from "../../../../src/contract/reportingViews.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { NO_FIGURE, showValue } from "../../../lib/figuresShown.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useWordOf } from "../indicatorWords.ts";
import { orderedProblems, valueMatrix } from "./checkView.ts";
import classes from "./Dhis2.module.css";
import { useGroups } from "./useGroups.ts";

type Problem = Dhis2Check["problems"][number];

/** What stands against the file, what is left out of it, and the values that would be in it. */
export function CheckReport({ check }: { readonly check: Dhis2Check }) {
  const { t } = useTranslation("reports");
  const problems = orderedProblems(check.problems);
  const stopping = problems.filter(({ problem }) => problem.stops).length;
  return (
    <>
      <p role="status">
        <strong>
          {stopping > 0
            ? t("check.stopped", { count: stopping })
            : t("check.ready", { count: check.values.length })}
        </strong>
      </p>
      {problems.length === 0 ? (
        <ul className={classes.problems}>
          <li>
            <IconCircleCheck size={18} aria-hidden />
            {t("check.nothing")}
          </li>
        </ul>
      ) : (
        <ScrollBox label={t("check.problems")} className={classes.problems}>
          {problems.map(({ problem, name }) => (
            <li key={name} className={problem.stops ? classes.stops : undefined}>
              {problem.stops ? (
                <IconAlertTriangle size={18} aria-label={t("check.stops")} />
              ) : (
                <IconInfoCircle size={18} aria-label={t("check.onlySaid")} />
              )}
              <ProblemWords problem={problem} />
            </li>
          ))}
        </ScrollBox>
      )}
      {check.values.length > 0 && <ValueTable check={check} />}
    </>
  );
}

interface ScrollBoxProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: React.ReactNode;
}

/** A list that scrolls is reached by the keyboard. */
function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul className={className} tabIndex={0} aria-label={label}>
      {children}
    </ul>
  );
}

/** The indicator, with its group where it is of one. */
function useFigureName(code: string, key: string): string {
  const wordOf = useWordOf();
  const groups = useGroups(key === "" ? "" : code);
  const indicator = indicatorOf(code);
  const group = groups.find((one) => one.key === key);
  const name = indicator === undefined ? code : wordOf(indicator.name);
  return key === "" ? name : `${name} · ${group === undefined ? key : wordOf(group.label)}`;
}

function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation("reports");
  const officeName = useOfficeName();
  const figure = useFigureName(problem.code ?? "", problem.key);
  const { office, uid } = problem;
  const about = [office === null ? "" : officeName(office), figure].filter(Boolean).join(" · ");
  const isMissing = problem.problem === "uidWrong" && uid === "";
  const what = isMissing ? t("problems.uidMissing") : t(`problems.${problem.problem}`, { uid });
  return <span>{about === "" ? capitalised(what) : t("problems.about", { about, what })}</span>;
}

const capitalised = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** A figure a line, an office a column. */
function ValueTable({ check }: { readonly check: Dhis2Check }) {
  const { t } = useTranslation("reports");
  const officeName = useOfficeName();
  const matrix = valueMatrix(check.values);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section className={classes.values} tabIndex={0} aria-label={t("check.values")}>
      <Table verticalSpacing={4} horizontalSpacing={6} className="numerals">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("dhis2.indicator")}</Table.Th>
            {matrix.offices.map((office) => (
              <Table.Th key={office} ta="right">
                {officeName(office)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.rows.map((row) => (
            <ValueRow key={row.name} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function ValueRow({ row }: { readonly row: ReturnType<typeof valueMatrix>["rows"][number] }) {
  const language = useLanguage();
  const figure = useFigureName(row.code, row.key);
  const unit = indicatorOf(row.code)?.unit ?? "count";
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {figure}
      </Table.Th>
      {row.cells.map(({ office, value }) => (
        <Table.Td key={office} ta="right" style={{ whiteSpace: "nowrap" }}>
          {value === null ? NO_FIGURE : showValue(value, unit, language)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
