import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { useTell } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { AddPhoto } from "../../../ui/AddPhoto.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { VoucherPaper } from "../VoucherPaper.tsx";

interface RecordedProps {
  readonly voucher: Voucher;
  readonly onAnother: () => void;
}

/** It is booked: its paper, a photograph of the one that came with it, and the next. */
export function Recorded({ voucher, onAnother }: RecordedProps) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const [photos, setPhotos] = useState(0);
  const { tell } = useTell("cashbook.addPhoto");
  const add = async (jpeg: Uint8Array) => {
    const result = await tell({ id: voucher.id, jpeg });
    if (!result.ok) return result.refusal;
    setPhotos(result.value.photos.length);
    return null;
  };
  return (
    <Stack>
      <DoneNote title={t("recorded.done", { number: voucher.number })}>
        {showFrancs(voucher.amount, language)}
        {photos > 0 && ` · ${t("recorded.photos", { count: photos })}`}
      </DoneNote>
      <Group>
        <VoucherPaper voucher={voucher} />
        <AddPhoto onPhoto={add} title={t("papers.add")} label={t("papers.photo")} />
        <Button component={Link} to={`/cashbook/vouchers/${voucher.id}`} variant="default">
          {t("recorded.show")}
        </Button>
        <Button onClick={onAnother} autoFocus>
          {t("recorded.another")}
        </Button>
      </Group>
    </Stack>
  );
}
