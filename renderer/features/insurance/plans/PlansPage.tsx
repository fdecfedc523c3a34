import { Badge, Button, Group, Menu, Stack, Table } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showDay } from "../../../lib/format.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Plans.module.css";
import { groupPlans, type PlanGroup, versionState } from "./planList.ts";
import { ToConfirm } from "./ToConfirm.tsx";

/** What the insurance promises: every plan with its versions. */
export function PlansPage() {
  const { t } = useTranslation("insurance");
  const plans = useAsk("insurance.plans", {});
  const mayPlan = useMay("insurance.plans");
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <p className={classes.intro}>{t("plans.intro")}</p>
        {mayPlan && <NewPlan />}
      </Group>
      <Asked of={plans}>
        {(found) => groupPlans(found).map((group) => <PlanPanel key={group.code} group={group} />)}
      </Asked>
    </Stack>
  );
}

function NewPlan() {
  const { t } = useTranslation("insurance");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          style={{ flex: "none" }}
          leftSection={<IconPlus size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t("plans.new")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["health", "life"] as const).map((kind) => (
          <Menu.Item key={kind} component={Link} to={`/settings/plans/new/${kind}`}>
            {t(`kinds.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PlanPanel({ group }: { readonly group: PlanGroup }) {
  const { t } = useTranslation("insurance");
  const own = useOfficeIdentity()?.code;
  // Once headquarters has written a plan, it alone writes the next version.
  const ofHeadquarters = group.versions.some(({ office }) => office !== own);
  const mayPlan = useMay("insurance.plans") && !ofHeadquarters;
  const { shown } = group;
  return (
    <Panel
      title={
        <>
          {shown.name} <span className={`numerals ${classes.code}`}>{group.code}</span>
        </>
      }
      text={
        <span className={classes.badges}>
          <Badge component="span" variant="light" tt="none">
            {t(`kinds.${shown.terms.kind}`)}
          </Badge>
          {ofHeadquarters && (
            <Badge component="span" variant="light" color="gray" tt="none">
              {t("plans.ofHeadquarters")}
            </Badge>
          )}
          {!shown.confirmed && <ToConfirm />}
          {t("plans.policies", { count: shown.policies })}
        </span>
      }
      action={
        mayPlan && (
          <Button
            component={Link}
            to={`/settings/plans/${group.versions[0]?.id ?? shown.id}/next`}
            variant="default"
            size="xs"
            style={{ flex: "none" }}
            aria-label={t("plans.nextOf", { name: shown.name })}
          >
            {t("plans.next")}
          </Button>
        )
      }
    >
      <VersionTable group={group} mayPlan={mayPlan} />
    </Panel>
  );
}

interface VersionTableProps {
  readonly group: PlanGroup;
  readonly mayPlan: boolean;
}

function VersionTable({ group, mayPlan }: VersionTableProps) {
  const { t } = useTranslation("insurance");
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("plans.from")}</Table.Th>
          <Table.Th>{t("columns.state")}</Table.Th>
          <Table.Th ta="right">{t("terms.contribution")}</Table.Th>
          <Table.Th ta="right">{t("terms.registrationFee")}</Table.Th>
          <Table.Th>{t("terms.waiting")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {group.versions.map((version) => (
          <VersionRow key={version.id} version={version} mayPlan={mayPlan} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function VersionRow({ version, mayPlan }: { readonly version: Plan; readonly mayPlan: boolean }) {
  const { t } = useTranslation(["insurance", "common"]);
  const [today] = useState(todayNow);
  const state = versionState(version, today);
  const isEditable = state === "coming" && mayPlan;
  const { terms } = version;
  return (
    <Table.Tr>
      <Table.Td>
        <Day iso={version.startsOn} />
      </Table.Td>
      <Table.Td fw={state === "current" ? 600 : undefined}>{t(`plans.states.${state}`)}</Table.Td>
      <Table.Td ta="right">
        <Amount francs={terms.contribution} /> {t(`periods.${terms.period}`)}
      </Table.Td>
      <Table.Td ta="right">
        <Amount francs={terms.registrationFee} />
      </Table.Td>
      <Table.Td>{t("terms.months", { count: terms.waitingMonths })}</Table.Td>
      <Table.Td ta="right">
        <Button
          component={Link}
          to={`/settings/plans/${version.id}`}
          variant="subtle"
          size="compact-sm"
          aria-label={t(isEditable ? "plans.editOf" : "plans.openOf", {
            name: version.name,
            day: showDay(version.startsOn),
          })}
        >
          {isEditable ? t("common:edit") : t("common:open")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
