import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconLockOpen } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { MonthBook } from "../../../../src/contract/cashbookTerms.ts";
import { showMonth } from "../../../lib/months.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useFormFaults } from "../formFaults.ts";

/** Headquarters' word that a closed month opens again. */
export function ReopenMonth({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        style={{ flex: "none" }}
        leftSection={<IconLockOpen size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("reopen.action")}
      </Button>
      {opened && <ReopenDialog book={book} onClose={() => setOpened(false)} />}
    </>
  );
}

interface ReopenDialogProps {
  readonly book: MonthBook;
  readonly onClose: () => void;
}

type Values = { reason: string };

function ReopenDialog({ book: { office, month }, onClose }: ReopenDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const language = useLanguage();
  const notice = useNotice();
  const isOwn = useOfficeIdentity()?.code === office;
  const [id] = useState(newId);
  const input = ({ reason }: Values) => ({ id, office, month, reason: reason.trim() });
  const validate = useFormFaults<Values>({
    schema: cashbook.reopenMonth.input,
    input,
    required: ["reason"],
  });
  const form = useForm<Values>({ initialValues: { reason: "" }, validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.reopenMonth",
    form,
    input,
    onDone: () => {
      notice(t(isOwn ? "reopen.doneHere" : "reopen.doneThere", { office }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t("reopen.title", { month: showMonth(month, language) })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <RefusalNotice refusal={refusal} />
          <Text size="sm">{t(isOwn ? "reopen.here" : "reopen.there")}</Text>
          <Textarea
            label={t("reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            data-autofocus
            {...form.getInputProps("reason")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" color="ochre" loading={pending}>
              {t("reopen.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
