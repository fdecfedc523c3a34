import { Badge, Table } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OpenExit } from "../../../../src/contract/insurancePolicies.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../policy/Policy.module.css";

/** Exits from the fund that wait for a word or for their money; each is settled on the page of its policy. */
export function OpenExitsPanel({ exits }: { readonly exits: readonly OpenExit[] }) {
  const { t } = useTranslation(["insurance", "claims"]);
  // At 125 % zoom who asked steps aside: it stands on the policy's page.
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  return (
    <Panel title={t("openExits.title")} text={t("openExits.text")}>
      <Table verticalSpacing={6} horizontalSpacing={6} aria-label={t("openExits.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("columns.name")}</Table.Th>
            <Table.Th>{t("claims:columns.memberNumber")}</Table.Th>
            <Table.Th>{t("openExits.kind")}</Table.Th>
            <Table.Th>{t("openExits.on")}</Table.Th>
            {!narrow && <Table.Th>{t("openExits.requestedBy")}</Table.Th>}
            <Table.Th>{t("columns.state")}</Table.Th>
            <Table.Th ta="right">{t("claims:columns.left")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exits.map((exit) => (
            <ExitRow key={exit.exitId} exit={exit} narrow={narrow} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function ExitRow({ exit, narrow }: { readonly exit: OpenExit; readonly narrow: boolean }) {
  const { t } = useTranslation("insurance");
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={`/insurance/policies/${exit.policyId}`} className={classes.link}>
          <Name surname={exit.surname} firstNames={exit.firstNames} />
        </Link>
      </Table.Td>
      <Table.Td className="numerals" style={{ whiteSpace: "nowrap" }}>
        {exit.memberNumber}
      </Table.Td>
      <Table.Td>{t(`exits.kinds.${exit.kind}`)}</Table.Td>
      <Table.Td>
        <Day iso={exit.on} />
      </Table.Td>
      {!narrow && <Table.Td>{exit.requestedBy}</Table.Td>}
      <Table.Td>
        <Badge
          variant="light"
          color={exit.state === "requested" ? "ochre" : "indigo"}
          tt="none"
          miw="max-content"
        >
          {t(`openExits.states.${exit.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td ta="right">
        <strong>
          <Amount francs={exit.left} />
        </strong>
      </Table.Td>
    </Table.Tr>
  );
}
