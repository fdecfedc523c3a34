import { Button, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MonthBook } from "../../../../src/contract/cashbookTerms.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { closingSum } from "../../../../src/domain/cashbook/balances.ts";
import { useTell } from "../../../lib/calls.ts";
import { showMonth } from "../../../lib/months.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** Locks the month, after showing what will be locked. */
export function CloseMonth({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        style={{ flex: "none" }}
        leftSection={<IconLock size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("close.action", { month: showMonth(book.month, language) })}
      </Button>
      {opened && <CloseDialog book={book} onClose={() => setOpened(false)} />}
    </>
  );
}

interface CloseDialogProps {
  readonly book: MonthBook;
  readonly onClose: () => void;
}

function CloseDialog({ book, onClose }: CloseDialogProps) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const { go, refusal, pending } = useClosing(book, onClose);
  const month = showMonth(book.month, language);
  return (
    <ConfirmDialog
      opened
      title={t("close.title", { month })}
      confirm={t("close.go")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack>
        <RefusalNotice refusal={refusal} />
        <Facts>
          <Fact name={t("close.vouchers", { count: book.vouchers })}>
            {book.first === null ? "" : `${book.first} → ${book.last}`}
          </Fact>
          <Fact name={t("sums.closing")}>
            <strong>
              <Amount francs={closingSum(book.tills)} />
            </strong>
          </Fact>
        </Facts>
        {book.warnings.length > 0 && (
          <Text size="sm" c="ochre" fw={600}>
            {t("close.warned", { count: book.warnings.length })}
          </Text>
        )}
        <Text size="sm">{t("close.text")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}

function useClosing(book: MonthBook, onClose: () => void) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const notice = useNotice();
  const [id] = useState(newId);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("cashbook.closeMonth");
  const go = useOnce(async () => {
    const result = await tell({ id, month: book.month, closing: closingSum(book.tills) });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return false;
    notice(t("close.done", { month: showMonth(book.month, language) }));
    onClose();
    return true;
  });
  return { go, refusal, pending };
}
