import { Stack, Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Page } from "../../../ui/Page.tsx";
import { LeaseBadge } from "../Badges.tsx";
import { TenantName } from "../TenantName.tsx";
import { AccountTab } from "./account/AccountTab.tsx";
import { DepositTab } from "./deposit/DepositTab.tsx";
import { InspectionsTab } from "./inspections/InspectionsTab.tsx";
import classes from "./Lease.module.css";
import { LeaseActions } from "./LeaseActions.tsx";
import { MetersTab } from "./meters/MetersTab.tsx";
import { RemindersTab } from "./reminders/RemindersTab.tsx";
import { StandingPanel } from "./StandingPanel.tsx";
import { StatementTab } from "./statement/StatementTab.tsx";
import { TermsTab } from "./terms/TermsTab.tsx";

/** Everything about one lease. */
export function LeasePage() {
  const { t } = useTranslation("rental");
  const { id = "" } = useParams();
  const file = useAsk("rental.lease", { id });
  if (file.data) return <OpenLease key={id} file={file.data} />;
  return (
    <Page title={t("lease.title")} back={{ to: "/rental/leases", label: t("tabs.leases") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

function OpenLease({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  return (
    <Page
      wide
      title={<TenantName name={file.tenantName} />}
      subtitle={<Subtitle file={file} />}
      back={{ to: "/rental/leases", label: t("tabs.leases") }}
      action={<LeaseActions file={file} />}
    >
      <Stack gap="md">
        <StandingPanel file={file} />
        <LeaseTabs file={file} />
      </Stack>
    </Page>
  );
}

function Subtitle({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const identity = useOfficeIdentity();
  const officeName = useOfficeName();
  const elsewhere = identity !== null && identity.code !== file.office;
  const { termination } = file;
  return (
    <span className={classes.standing}>
      <strong className="numerals">{file.number}</strong>
      <span>
        {file.premises.map(({ id, code }, place) => (
          <span key={id}>
            {place > 0 && ", "}
            <Link to={`/rental/premises/${id}`} className={classes.link}>
              {code}
            </Link>
          </span>
        ))}
      </span>
      <LeaseBadge state={file.state} />
      {termination && (
        <span>
          {t(file.state === "ended" ? "lease.ended" : "lease.ending")} <Day iso={termination.on} /> ·{" "}
          {t(`lease.endReasons.${termination.reason}`)}
        </span>
      )}
      {elsewhere && <span>{t("elsewhere", { office: officeName(file.office) })}</span>}
    </span>
  );
}

const TABS = ["account", "deposit", "terms", "meters", "inspections", "reminders", "statement"] as const;
type Tab = (typeof TABS)[number];

/** The account first: it is what one comes for. Which tab is open stands in the address. */
function LeaseTabs({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [address, setAddress] = useSearchParams();
  const hasMeters = file.terms.charges.kind === "meter" || file.readings.length > 0;
  const offered = TABS.filter((tab) => tab !== "meters" || hasMeters);
  const open = offered.find((tab) => tab === address.get("tab")) ?? "account";
  const panels: Readonly<Record<Tab, ReactNode>> = {
    account: <AccountTab file={file} />,
    deposit: <DepositTab file={file} />,
    terms: <TermsTab file={file} />,
    meters: <MetersTab file={file} />,
    inspections: <InspectionsTab file={file} />,
    reminders: <RemindersTab file={file} />,
    statement: <StatementTab file={file} />,
  };
  return (
    <Tabs
      value={open}
      keepMounted={false}
      onChange={(tab) => setAddress(tab && tab !== "account" ? { tab } : {}, { replace: true })}
    >
      <Tabs.List mb="md">
        {offered.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`lease.tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          {panels[tab]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
