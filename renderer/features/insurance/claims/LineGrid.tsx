import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Claims.module.css";
import { actChoices, askedOf, emptyLine, type LineValues } from "./claimForm.ts";
import { LineRow } from "./LineRow.tsx";
import type { ClaimDraft } from "./useClaimForm.ts";

/** As many lines as the contract takes. */
const MOST_LINES = 40;

/** The receipt line by line; Enter in an amount goes to the next line and makes it where there is none. */
export function LineGrid({ draft }: { readonly draft: ClaimDraft }) {
  const { t } = useTranslation("claims");
  const { form, cover } = draft;
  const { lines, facility } = form.values;
  const { grid, goTo, add } = useNextLine(draft);
  const change = (at: number, line: LineValues) => {
    form.setFieldValue(
      "lines",
      lines.map((before, index) => (index === at ? line : before)),
    );
    for (const path of ["lines", `lines.${at}.category`, `lines.${at}.asked`]) form.clearFieldError(path);
  };
  const remove = (at: number) => {
    const rest = lines.filter((_, index) => index !== at);
    form.setFieldValue("lines", rest.length === 0 ? [emptyLine(newId())] : rest);
    for (const path of Object.keys(form.errors)) if (path.startsWith("lines")) form.clearFieldError(path);
  };
  return (
    <Panel title={t("form.lines")}>
      {form.errors.lines && (
        <div className={classes.aboveLines}>
          <Notice>{form.errors.lines}</Notice>
        </div>
      )}
      <div ref={grid}>
        {lines.map((line, at) => (
          <LineRow
            key={line.id}
            line={line}
            at={at}
            choices={actChoices(cover, facility, line.category)}
            errors={{
              category: form.errors[`lines.${at}.category`],
              asked: form.errors[`lines.${at}.asked`],
            }}
            onChange={(next) => change(at, next)}
            onNext={() => goTo(at + 1)}
            onRemove={lines.length > 1 ? () => remove(at) : null}
          />
        ))}
      </div>
      <div className={classes.sum}>
        <Button
          type="button"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={lines.length >= MOST_LINES}
          onClick={add}
        >
          {t("form.add")}
        </Button>
        <span>
          {t("form.total")}{" "}
          <strong className={classes.sumFrancs} aria-live="polite">
            <Amount francs={askedOf(lines)} />
          </strong>
        </span>
      </div>
    </Panel>
  );
}

/** Moves to a line's first field; a line that was just made gets the focus when it is there. */
function useNextLine({ form }: ClaimDraft) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<Id | null>(null);
  const { lines } = form.values;
  const focusLine = (id: Id) =>
    grid.current?.querySelector<HTMLInputElement>(`[data-line="${id}"] input:not([type="hidden"])`)?.focus();
  useEffect(() => {
    if (wanted.current === null || !lines.some(({ id }) => id === wanted.current)) return;
    grid.current
      ?.querySelector<HTMLInputElement>(`[data-line="${wanted.current}"] input:not([type="hidden"])`)
      ?.focus();
    wanted.current = null;
  }, [lines]);
  const add = () => {
    if (lines.length >= MOST_LINES) return;
    const id = newId();
    wanted.current = id;
    form.setFieldValue("lines", [...lines, emptyLine(id)]);
  };
  const goTo = (at: number) => {
    const line = lines[at];
    if (line === undefined) add();
    else focusLine(line.id);
  };
  return { grid, goTo, add };
}
