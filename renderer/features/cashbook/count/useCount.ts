import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CashCount, Till } from "../../../../src/contract/cashbookTerms.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { newId } from "../../../lib/newId.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { type CountValues, countedOf, emptyCount, isCounted, piecesOf } from "./countForm.ts";

interface Counting {
  readonly till: Till;
  readonly onDone: (count: CashCount) => void;
  /** Something was booked meanwhile: what the box must hold has to be shown anew. */
  readonly onStale: () => void;
}

/** A count until it is kept; what was typed survives a lock. */
export function useCount({ till, onDone, onStale }: Counting) {
  const { t } = useTranslation("cashbook");
  const text = useRefusalText();
  const [ids] = useState(() => ({ id: newId(), voucherId: newId() }));
  const isCash = till.kind === "cash";
  const sheet = usePrint("cashbook.printCount");
  const differenceOf = (values: CountValues) => countedOf(values, isCash) - till.balance;
  const { form, discard } = useDraftForm<CountValues>(
    `cashbook.count.${till.key}`,
    emptyCount(),
    (values) => {
      if (!isCounted(values, isCash))
        return isCash ? { pieces: t("count.nothing") } : { statement: t("count.nothing") };
      const needsReason = differenceOf(values) !== 0 && values.reason.trim() === "";
      return needsReason ? { reason: text({ code: "cashbook.countReason" }) } : {};
    },
  );
  const saving = useSaving({
    operation: "cashbook.count",
    form,
    input: (values) => ({
      ...ids,
      till: till.key,
      pieces: isCash ? piecesOf(values.pieces) : [],
      statement: isCash ? null : countedOf(values, false),
      expected: till.balance,
      reason: differenceOf(values) === 0 ? "" : values.reason.trim(),
    }),
    onDone: (count) => {
      discard();
      onDone(count);
      void sheet.print({ id: count.id });
    },
    onRefused: ({ code }) => {
      if (code === "cashbook.countChanged") onStale();
    },
  });
  const counted = countedOf(form.values, isCash);
  const started = isCounted(form.values, isCash);
  return { form, isCash, counted, started, difference: counted - till.balance, ...saving };
}

export type CountDraft = ReturnType<typeof useCount>;
