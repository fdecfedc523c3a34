import { useTranslation } from "react-i18next";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import { Day } from "../../../ui/Day.tsx";
import { historyWord, namedFields } from "./historyWords.ts";
import classes from "./MemberPage.module.css";

interface HistoryTabProps {
  readonly history: MemberFile["history"];
}

/** Who did what and when, the newest first; the old values stay in the journal. */
export function HistoryTab({ history }: HistoryTabProps) {
  return (
    <ul className={classes.lines}>
      {history.map((change) => (
        <li key={change.seq} className={classes.line}>
          <Day iso={change.at} withTime />
          <Words change={change} />
          <span className={classes.soft}>{change.by}</span>
        </li>
      ))}
    </ul>
  );
}

function Words({ change }: { readonly change: HistoryTabProps["history"][number] }) {
  const { t } = useTranslation("membership");
  const word = historyWord(change);
  const fields = namedFields(change).map((field) => t(`fields.${field}`).toLowerCase());
  const said = t(`history.${word}`);
  return <span>{word === "changed" && fields.length > 0 ? `${said} : ${fields.join(", ")}` : said}</span>;
}
