import { Anchor, Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconReceipt } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Voucher } from "../../../src/contract/cashbook.ts";
import type { FileOutput, OfficeScope } from "../../../src/contract/primitives.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { useMay } from "../../lib/useSession.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Day } from "../../ui/Day.tsx";
import type { TableColumn } from "../../ui/tableColumns.ts";

type Words = TFunction<["cashbook", "common"]>;

/**
 * The cash book's columns; the last prints the receipt again for whoever may.
 * @param office undefined for the own book: another office's receipts are printed there
 */
export function useVoucherColumns(showFile: (file: FileOutput) => void, office: OfficeScope | undefined) {
  const { t } = useTranslation(["cashbook", "common"]);
  const mayPrint = useMay("cards.sell");
  const mayRead = useMay("members.read");
  const roomy = useMediaQuery("(min-width: 75rem)") ?? true;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell } = useTell("cards.printReceipt", { invalidates: [] });
  const columns = useMemo<TableColumn<Voucher>[]>(() => {
    async function print(voucherId: string): Promise<void> {
      const result = await tell({ voucherId });
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) showFile(result.value);
    }
    const receipt: TableColumn<Voucher> = {
      id: "receipt",
      heading: t("cashbook:receipt"),
      width: roomy ? "6.5rem" : "4.5rem",
      align: "right",
      cell: (row) => (
        <ReceiptButton number={row.number} withWord={roomy} onPrint={() => void print(row.id)} />
      ),
    };
    const by: TableColumn<Voucher> = {
      id: "by",
      heading: t("cashbook:by"),
      width: "minmax(8rem, 0.7fr)",
      cell: (row) => row.recordedBy || row.office,
    };
    return [
      ...(office === "all" ? [officeColumn(t)] : []),
      ...whatColumns(t, mayRead),
      ...(roomy && office === undefined ? [by] : []),
      amountColumn(t),
      ...(mayPrint && office === undefined ? [receipt] : []),
    ];
  }, [t, mayPrint, mayRead, roomy, tell, showFile, office]);
  return { columns, refusal };
}

function officeColumn(t: Words): TableColumn<Voucher> {
  return {
    id: "office",
    heading: t("cashbook:office"),
    width: "4rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
}

function whatColumns(t: Words, linked: boolean): TableColumn<Voucher>[] {
  return [
    {
      id: "number",
      heading: t("cashbook:number"),
      width: "9.5rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    {
      id: "datedOn",
      heading: t("cashbook:date"),
      width: "6.5rem",
      cell: (row) => <Day iso={row.datedOn} />,
    },
    {
      id: "account",
      heading: t("cashbook:account.heading"),
      width: "minmax(9rem, 1.6fr)",
      cell: (row) => t(`cashbook:account.${row.account}`),
    },
    {
      id: "member",
      heading: t("cashbook:member"),
      width: "8rem",
      cell: (row) => <MemberLink row={row} linked={linked} />,
    },
    {
      id: "method",
      heading: t("cashbook:method"),
      width: "minmax(6.5rem, 0.6fr)",
      cell: (row) => [t(`common:method.${row.method}`), row.reference].filter(Boolean).join(" · "),
    },
  ];
}

function amountColumn(t: Words): TableColumn<Voucher> {
  return {
    id: "amount",
    heading: t("cashbook:amount"),
    width: "8.5rem",
    align: "right",
    cell: (row) => <Amount francs={row.direction === "in" ? row.amount : -row.amount} />,
  };
}

function MemberLink({ row, linked }: { readonly row: Voucher; readonly linked: boolean }) {
  if (row.memberNumber === null) return "—";
  if (!linked || row.memberId === null) return <span className="numerals">{row.memberNumber}</span>;
  return (
    <Anchor inherit component={Link} to={`/members/${row.memberId}`} className="numerals">
      {row.memberNumber}
    </Anchor>
  );
}

interface ReceiptButtonProps {
  readonly number: string;
  /** Where there is room for it; the drawing alone otherwise. */
  readonly withWord: boolean;
  readonly onPrint: () => void;
}

function ReceiptButton({ number, withWord, onPrint }: ReceiptButtonProps) {
  const { t } = useTranslation("cashbook");
  return (
    <Button variant="subtle" size="compact-sm" aria-label={t("receiptOf", { number })} onClick={onPrint}>
      <IconReceipt size={16} aria-hidden />
      {withWord && <span style={{ marginLeft: "0.4rem" }}>{t("receipt")}</span>}
    </Button>
  );
}
