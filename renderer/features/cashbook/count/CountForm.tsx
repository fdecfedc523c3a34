import { Button, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CashCount, Till } from "../../../../src/contract/cashbookTerms.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { FRANCS } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Count.module.css";
import { PiecesGrid } from "./PiecesGrid.tsx";
import { type CountDraft, useCount } from "./useCount.ts";

interface CountFormProps {
  readonly till: Till;
  readonly onDone: (count: CashCount) => void;
  readonly onStale: () => void;
}

/** The pieces on one side, what they make on the other, as one types. */
export function CountForm(props: CountFormProps) {
  const { t } = useTranslation("cashbook");
  const draft = useCount(props);
  const result = useRef<HTMLDivElement>(null);
  // The reason where one is asked for; otherwise the button.
  const toResult = () => result.current?.querySelector<HTMLElement>("textarea, button")?.focus();
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form onSubmit={draft.submit} onKeyDown={onKeyDown} noValidate className={classes.page}>
      <Panel>
        {draft.isCash ? (
          <PiecesGrid draft={draft} onEnd={toResult} />
        ) : (
          <NumberInput
            label={t("count.statement")}
            description={t("count.statementHint")}
            {...FRANCS}
            autoFocus
            {...draft.form.getInputProps("statement")}
          />
        )}
      </Panel>
      <div ref={result} className={classes.result}>
        <Result till={props.till} draft={draft} />
      </div>
    </form>
  );
}

function Result({ till, draft }: { readonly till: Till; readonly draft: CountDraft }) {
  const { t } = useTranslation("cashbook");
  const { form, isCash, counted, started, difference, refusal, pending } = draft;
  const isOff = started && difference !== 0;
  return (
    <Panel>
      <Stack>
        <RefusalNotice refusal={refusal} />
        <dl className={classes.lines} aria-live="polite">
          <div className={classes.line}>
            <dt>{t("count.expected")}</dt>
            <dd>
              <Amount francs={till.balance} />
            </dd>
          </div>
          <div className={classes.line}>
            <dt>{t(isCash ? "count.counted" : "count.stated")}</dt>
            <dd>{started ? <Amount francs={counted} /> : "—"}</dd>
          </div>
          <div className={`${classes.line} ${classes.total} ${isOff ? classes.off : ""}`}>
            <dt>{t("count.difference")}</dt>
            <dd>{started ? <Amount francs={difference} /> : "—"}</dd>
          </div>
        </dl>
        {started && (
          <Text size="sm" c={isOff ? "ochre" : "dimmed"}>
            {difference === 0 && t("count.agrees")}
            {difference > 0 && t("count.over")}
            {difference < 0 && t("count.short")}
          </Text>
        )}
        {isOff && (
          <Textarea
            label={t("count.reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            {...form.getInputProps("reason")}
          />
        )}
        <Button type="submit" loading={pending}>
          {t("count.save")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("count.keys")}
        </Text>
      </Stack>
    </Panel>
  );
}
