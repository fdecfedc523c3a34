import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showCount } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { ReadingDialog } from "./ReadingDialog.tsx";
import { pricedMeters, readingLines } from "./readingLines.ts";

/** What the meters showed, and what that makes. */
export function MetersTab({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [adding, setAdding] = useState(false);
  const mayRead = useMayHere("rental.manage", file.office) && pricedMeters(file).length > 0;
  return (
    <Panel
      title={t("meterPage.title")}
      action={
        mayRead && (
          <Button variant="default" size="sm" style={{ flex: "none" }} onClick={() => setAdding(true)}>
            {t("meterPage.add")}
          </Button>
        )
      }
    >
      {file.readings.length === 0 ? (
        <Text c="dimmed">{t("meterPage.none")}</Text>
      ) : (
        <ReadingTable file={file} />
      )}
      {adding && <ReadingDialog file={file} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function ReadingTable({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("meterPage.on")}</Table.Th>
          <Table.Th>{t("meterPage.premises")}</Table.Th>
          <Table.Th>{t("meterPage.meter")}</Table.Th>
          <Table.Th ta="right">{t("meterPage.index")}</Table.Th>
          <Table.Th ta="right">{t("meterPage.used")}</Table.Th>
          <Table.Th ta="right">{t("meterPage.asked")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {readingLines(file).map(({ reading, code, used, asked }) => (
          <Table.Tr key={reading.id}>
            <Table.Td>
              <Day iso={reading.readOn} />
            </Table.Td>
            <Table.Td>{code}</Table.Td>
            <Table.Td>{t(`meters.${reading.meter}`)}</Table.Td>
            <Table.Td ta="right" className="numerals">
              {showCount(reading.index, language)}
            </Table.Td>
            <Table.Td ta="right" className="numerals">
              {used === null ? t("meterPage.isInitial") : showCount(used, language)}
            </Table.Td>
            <Table.Td ta="right">{asked === null ? "—" : <Amount francs={asked} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
