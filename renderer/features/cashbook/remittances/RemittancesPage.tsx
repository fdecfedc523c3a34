import { Button, Table } from "@mantine/core";
import { IconBus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenRemittance } from "../../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { CashTabs } from "../CashTabs.tsx";
import { ReceiveDialog } from "./ReceiveDialog.tsx";

/** What offices sent and nobody has taken in yet. */
export function RemittancesPage() {
  const { t } = useTranslation("cashbook");
  const remittances = useAsk("cashbook.remittances", {});
  return (
    <Page wide title={t("title")} subtitle={t("remittances.subtitle")}>
      <CashTabs />
      <Asked of={remittances}>
        {(open) =>
          open.length === 0 ? (
            <Empty icon={IconBus} title={t("remittances.empty")} text={t("remittances.emptyText")} />
          ) : (
            <OpenRemittances open={open} />
          )
        }
      </Asked>
    </Page>
  );
}

function OpenRemittances({ open }: { readonly open: readonly OpenRemittance[] }) {
  const { t } = useTranslation(["cashbook", "common"]);
  const officeName = useOfficeName();
  const mayReceive = useMay("cashbook.write");
  const [received, setReceived] = useState<OpenRemittance | null>(null);
  return (
    <Panel>
      <Table verticalSpacing={6} className="numerals">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("office")}</Table.Th>
            <Table.Th>{t("number")}</Table.Th>
            <Table.Th>{t("remittances.sentOn")}</Table.Th>
            <Table.Th>{t("remittances.by")}</Table.Th>
            <Table.Th ta="right">{t("amount")}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {open.map((one) => (
            <Table.Tr key={one.voucherId}>
              <Table.Td>{officeName(one.office)}</Table.Td>
              <Table.Td>{one.number}</Table.Td>
              <Table.Td>
                <Day iso={one.datedOn} />
              </Table.Td>
              <Table.Td>
                {[t(`common:method.${one.method}`), one.reference, one.words].filter(Boolean).join(" · ")}
              </Table.Td>
              <Table.Td ta="right">
                <Amount francs={one.amount} />
              </Table.Td>
              <Table.Td ta="right">
                {mayReceive && (
                  <Button
                    size="compact-sm"
                    aria-label={t("remittances.receiveOf", { number: one.number })}
                    onClick={() => setReceived(one)}
                  >
                    {t("remittances.receive")}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {received && <ReceiveDialog remittance={received} onClose={() => setReceived(null)} />}
    </Panel>
  );
}
