import { useTranslation } from "react-i18next";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import { Day } from "../../../ui/Day.tsx";
import { type HistoryLine, historyLines } from "./historyWords.ts";
import classes from "./MemberPage.module.css";

interface HistoryTabProps {
  readonly history: MemberFile["history"];
}

/** Who did what and when, the newest first; the old values stay in the journal. */
export function HistoryTab({ history }: HistoryTabProps) {
  return (
    <ul className={classes.lines}>
      {historyLines(history).map((line) => (
        <li key={line.key} className={classes.line}>
          <Day iso={line.at} withTime />
          <Words line={line} />
          <span className={classes.soft}>{line.by}</span>
        </li>
      ))}
    </ul>
  );
}

function Words({ line }: { readonly line: HistoryLine }) {
  const { t } = useTranslation("membership");
  const said = line.words.map((word) => t(`history.${word}`)).join(" · ");
  const fields = line.fields.map((field) => t(`fields.${field}`).toLowerCase()).join(", ");
  return <span>{fields === "" ? said : t("history.withFields", { said, fields })}</span>;
}
