import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LeaseRow, Premises } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { LeaseBadge } from "../Badges.tsx";
import { TenantName } from "../TenantName.tsx";
import classes from "./Premises.module.css";

/** Who has had the premises, the newest first. */
export function LeasesPanel({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const own = useOfficeIdentity()?.code === premises.office;
  const leases = useAsk("rental.leases", {
    text: "",
    states: [],
    ...(own ? {} : { office: premises.office }),
  });
  return (
    <Panel title={t("premises.leases")}>
      <Asked of={leases}>
        {(all) => (
          <Leases
            leases={all
              .filter((lease) => lease.premises.some(({ id }) => id === premises.id))
              .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))}
          />
        )}
      </Asked>
    </Panel>
  );
}

function Leases({ leases }: { readonly leases: readonly LeaseRow[] }) {
  const { t } = useTranslation("rental");
  if (leases.length === 0) return <Text c="dimmed">{t("premises.noLease")}</Text>;
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("leases.columns.number")}</Table.Th>
          <Table.Th>{t("leases.columns.tenant")}</Table.Th>
          <Table.Th>{t("leases.columns.state")}</Table.Th>
          <Table.Th ta="right">{t("leases.columns.arrears")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {leases.map((lease) => (
          <Table.Tr key={lease.id}>
            <Table.Td>
              <Link to={`/rental/leases/${lease.id}`} className={`${classes.link} numerals`}>
                {lease.number}
              </Link>
            </Table.Td>
            <Table.Td>
              <TenantName name={lease.tenantName} />
              <div className={classes.soft}>
                <Day iso={lease.startsOn} /> →{" "}
                {lease.endsOn === null ? t("terms.noEnd") : <Day iso={lease.endsOn} />}
              </div>
            </Table.Td>
            <Table.Td>
              <LeaseBadge state={lease.state} />
            </Table.Td>
            <Table.Td ta="right">{lease.arrears > 0 ? <Amount francs={lease.arrears} /> : "—"}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
