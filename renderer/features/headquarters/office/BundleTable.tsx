import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReceivedBundle } from "../../../../src/contract/headquarters.ts";
import { showBytes } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";

/** The office's sticks that came, taken in or waiting. */
export function BundleTable({ bundles }: { readonly bundles: readonly ReceivedBundle[] }) {
  const { t } = useTranslation("headquarters");
  return (
    <Panel title={t("bundlesList.title")}>
      {bundles.length === 0 ? (
        <Text c="dimmed">{t("bundlesList.none")}</Text>
      ) : (
        <div className={classes.wide}>
          <Table verticalSpacing={6} aria-label={t("bundlesList.title")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("bundlesList.number")}</Table.Th>
                <Table.Th>{t("bundlesList.kind")}</Table.Th>
                <Table.Th>{t("bundlesList.span")}</Table.Th>
                <Table.Th>{t("bundlesList.createdAt")}</Table.Th>
                <Table.Th>{t("bundlesList.receivedAt")}</Table.Th>
                <Table.Th ta="right">{t("bundlesList.size")}</Table.Th>
                <Table.Th>{t("bundlesList.state")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bundles.map((bundle) => (
                <BundleRow key={`${bundle.epoch} ${bundle.number} ${bundle.createdAt}`} bundle={bundle} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}

function BundleRow({ bundle }: { readonly bundle: ReceivedBundle }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const waits = bundle.state !== "applied";
  return (
    <Table.Tr className="numerals">
      <Table.Td>{bundle.number}</Table.Td>
      <Table.Td>{t(`kind.${bundle.kind}`)}</Table.Td>
      <Table.Td>{t("bundlesList.fromTo", { first: bundle.span.first, last: bundle.span.last })}</Table.Td>
      <Table.Td>
        <Day iso={bundle.createdAt} />
      </Table.Td>
      <Table.Td>
        <Day iso={bundle.receivedAt} withTime />
      </Table.Td>
      <Table.Td ta="right">{showBytes(bundle.bytes, language)}</Table.Td>
      <Table.Td>
        <span className={`${classes.badge} ${waits ? classes.urgent : ""}`}>
          {t(`bundlesList.${bundle.state}`)}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
