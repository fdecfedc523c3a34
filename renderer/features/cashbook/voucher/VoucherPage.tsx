import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { VoucherFile } from "../../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { VoucherPaper } from "../VoucherPaper.tsx";
import { PapersPanel } from "./PapersPanel.tsx";
import { ReversalPanel } from "./ReversalPanel.tsx";
import { VoucherFacts } from "./VoucherFacts.tsx";

/** One voucher: what it says, its papers, and the way to take it back. */
export function VoucherPage() {
  const { t } = useTranslation("cashbook");
  const { id = "" } = useParams();
  const file = useAsk("cashbook.voucher", { id });
  const voucher = file.data?.voucher;
  return (
    <Page
      title={voucher === undefined ? t("number") : <span className="numerals">{voucher.number}</span>}
      subtitle={voucher && t(`kindsLong.${voucher.kind}`)}
      back={{ to: "/cashbook", label: t("tabs.journal") }}
      action={voucher && <VoucherPaper voucher={voucher} main />}
    >
      <Asked of={file}>{(found) => <Panels file={found} />}</Asked>
    </Page>
  );
}

function Panels({ file }: { readonly file: VoucherFile }) {
  const own = useOfficeIdentity()?.code;
  const mayWrite = useMay("cashbook.write");
  const isOwn = file.voucher.office === own;
  return (
    <Stack gap="lg">
      <VoucherFacts file={file} isOwn={isOwn} />
      {isOwn && <PapersPanel file={file} mayAdd={mayWrite} />}
      {isOwn && <ReversalPanel file={file} />}
    </Stack>
  );
}
