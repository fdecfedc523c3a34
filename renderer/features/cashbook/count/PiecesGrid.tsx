import { NumberInput } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DENOMINATIONS } from "../../../../src/contract/cashbookTerms.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { WHOLE } from "../../../ui/numberFields.ts";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Count.module.css";
import type { CountDraft } from "./useCount.ts";

interface PiecesGridProps {
  readonly draft: CountDraft;
  /** Enter in the last line. */
  readonly onEnd: () => void;
}

const FIRST_COIN = 500;

/** Notes and coins, the largest first; Enter and the arrow keys go from line to line. */
export function PiecesGrid({ draft: { form }, onEnd }: PiecesGridProps) {
  const { t } = useTranslation("cashbook");
  const grid = useRef<HTMLTableElement>(null);
  const goTo = (at: number) => {
    const field = grid.current?.querySelectorAll<HTMLInputElement>("tbody input")[at];
    field?.focus();
    field?.select();
    return field !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    // With Control it is the form's, and keeps the count.
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!goTo(event.key === "ArrowUp" ? at - 1 : at + 1) && event.key === "Enter") onEnd();
  };
  const change = (value: number, count: number | string) => {
    form.setFieldValue("pieces", { ...form.values.pieces, [value]: typeof count === "number" ? count : "" });
    form.clearFieldError("pieces");
  };
  return (
    <>
      {form.errors.pieces && <Notice>{form.errors.pieces}</Notice>}
      <table ref={grid} className={`${classes.grid} numerals`}>
        <thead>
          <tr>
            <th>{t("count.piece")}</th>
            <th>{t("count.pieces")}</th>
            <th>{t("amount")}</th>
          </tr>
        </thead>
        <tbody>
          {DENOMINATIONS.map((value, at) => (
            <PieceRow
              key={value}
              value={value}
              count={form.values.pieces[value] ?? ""}
              first={at === 0}
              onChange={(count) => change(value, count)}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface PieceRowProps {
  readonly value: number;
  readonly count: number | "";
  readonly first: boolean;
  readonly onChange: (count: number | string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PieceRow({ value, count, first, onChange, onKeyDown }: PieceRowProps) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const shown = showCount(value, language);
  return (
    <tr className={value === FIRST_COIN ? classes.coins : ""}>
      <th scope="row">{shown}</th>
      <td>
        <NumberInput
          className={classes.pieces ?? ""}
          ml="auto"
          aria-label={t("count.piecesOf", { value: shown })}
          {...WHOLE}
          max={1_000_000}
          hideControls
          // The arrow keys go from line to line.
          withKeyboardEvents={false}
          autoFocus={first}
          value={count}
          onChange={onChange}
          onKeyDown={onKeyDown}
        />
      </td>
      <td className={count ? "" : classes.none}>
        <Amount francs={value * (count || 0)} />
      </td>
    </tr>
  );
}
