import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MonthBook } from "../../../../src/contract/cashbookTerms.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Months.module.css";
import { wayTo } from "./monthWarnings.ts";
import { useWarningText } from "./useWarningText.ts";

/** What should be mended before the month is closed, each with the way there. */
export function MonthWarnings({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const isOwn = useOfficeIdentity()?.code === book.office;
  const textOf = useWarningText(book);
  if (book.warnings.length === 0) return null;
  return (
    <Panel
      tone="attention"
      title={
        book.state === "closed"
          ? t("warnings.titleClosed")
          : t("warnings.title", { count: book.warnings.length })
      }
    >
      <ul className={classes.warnings}>
        {book.warnings.map((warning) => (
          <li
            key={`${warning.code} ${warning.till} ${JSON.stringify(warning.values)}`}
            className={classes.warning}
          >
            <span>{textOf(warning)}</span>
            <Link to={wayTo(warning, book, isOwn)} className={classes.link}>
              {t(
                `warnings.way.${warning.code === "notCounted" && !isOwn ? "notCountedThere" : warning.code}`,
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
