import { useTranslation } from "react-i18next";
import type { ReportContent } from "../../../../src/contract/reportingTerms.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { IssuedTable } from "./IssuedTable.tsx";
import { ReportFigures } from "./ReportFigures.tsx";
import classes from "./Reports.module.css";
import type { SectionPart } from "./sectionParts.ts";

interface IssuedPartProps {
  readonly part: SectionPart;
  readonly content: Pick<ReportContent, "span" | "before">;
}

/** A part of an issued report: its text beside its figures, its tables below. */
export function IssuedPart({ part, content }: IssuedPartProps) {
  const { t } = useTranslation("reports");
  const { section, text, figures, tables } = part;
  const hasFigures = figures.length > 0;
  return (
    <Panel title={t(section === null ? "issued.others" : `sections.${section}`)}>
      <div className={`${classes.section} ${hasFigures ? "" : classes.plain}`}>
        {text.trim() === "" ? (
          <p className={classes.soft}>{t("issued.noText")}</p>
        ) : (
          <p className={classes.text}>{text}</p>
        )}
        {hasFigures && (
          <div>
            <ReportFigures figures={figures} period={content.span.name} before={content.before.name} />
          </div>
        )}
      </div>
      {tables.length > 0 && (
        <div className={classes.tables}>
          {tables.map((beside) => (
            <IssuedTable key={beside.map(({ code, by }) => `${code} ${by}`).join(" ")} tables={beside} />
          ))}
        </div>
      )}
    </Panel>
  );
}
