import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { Shown } from "../../../src/contract/reportingTerms.ts";
import type { Unit } from "../../../src/domain/reporting/indicator.ts";
import { showShown } from "../../lib/figuresShown.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { type FigureKey, recordsAddress } from "./addresses.ts";
import classes from "./Figure.module.css";

interface FigureLinkProps {
  readonly figure: FigureKey;
  readonly shown: Shown;
  readonly unit: Unit;
  /** What the figure is, for who hears the link alone: the indicator, or its group. */
  readonly name: string;
  readonly className?: string | undefined;
  /** False where the figure is of a part of its period, so that the period's records are not what it counts. */
  readonly isOpen?: boolean;
}

/** A figure, which leads to the records behind it; where there is none, or it is hidden, only its sign. */
export function FigureLink(props: FigureLinkProps) {
  const { figure, shown, unit, name, className = "", isOpen = true } = props;
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const text = showShown(shown, unit, language);
  const look = `numerals ${classes.value} ${className}`;
  if (shown.masked) {
    return (
      <span className={look} title={t("figure.hidden")}>
        {text}
      </span>
    );
  }
  if (shown.value === null || !isOpen) return <span className={look}>{text}</span>;
  return (
    <Link
      to={recordsAddress(figure)}
      state={{ from: `${pathname}${search}` }}
      className={`${look} ${classes.link}`}
      aria-label={t("figure.open", { name, value: text })}
    >
      {text}
    </Link>
  );
}
