import { Button, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPlus, IconReceipt2 } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useOffices } from "../../../lib/offices.ts";
import { type Pages, usePages } from "../../../lib/pages.ts";
import { refusalIn } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { ClaimLists } from "./ClaimLists.tsx";
import classes from "./Claims.module.css";
import { claimColumns } from "./claimColumns.tsx";
import { type ClaimView, readClaimView, statesOf, writeClaimView } from "./claimView.ts";

/** The claims that wait for each step, and all of them. */
export function ClaimsPage() {
  const { t } = useTranslation(["claims", "insurance"]);
  const [view, change] = useClaimView();
  const { list, office } = view;
  const scope = office === undefined ? {} : { office };
  const pages = usePages("insurance.claims", { states: statesOf(list), ...scope });
  return (
    <Page
      wide
      filling
      title={t("insurance:title")}
      subtitle={t("title")}
      action={
        <Group gap="sm" wrap="nowrap">
          <ListExport list="claims" office={office} narrowed={list !== "all"} />
          <NewClaim />
        </Group>
      }
    >
      <InsuranceTabs />
      <div className={classes.page}>
        <div className={classes.tools}>
          <ClaimLists list={list} office={office} onChange={(next) => change({ list: next, office })} />
          <OfficeFilter value={office} onChange={(next) => change({ list, office: next })} />
        </div>
        <RefusalNotice refusal={refusalIn(pages.error)} />
        <div className={classes.table}>
          <ClaimTable view={view} pages={pages} />
        </div>
      </div>
    </Page>
  );
}

/** List and office stand in the address; going back finds them. */
function useClaimView(): [ClaimView, (view: ClaimView) => void] {
  const [address, setAddress] = useSearchParams();
  const identity = useOfficeIdentity();
  const hasOthers = useOffices().some((office) => !office.own);
  const headquarters = identity?.headquarters && hasOthers ? identity.code : null;
  const view = readClaimView(address, headquarters);
  return [view, (next) => setAddress(writeClaimView(next, headquarters), { replace: true })];
}

function NewClaim() {
  const { t } = useTranslation("claims");
  const mayEnter = useMay("claims.enter");
  if (!mayEnter) return null;
  return (
    <Button component={Link} to="/insurance/claims/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("new")}
    </Button>
  );
}

interface ClaimTableProps {
  readonly view: ClaimView;
  readonly pages: Pages<"insurance.claims">;
}

function ClaimTable({ view: { list, office }, pages }: ClaimTableProps) {
  const { t } = useTranslation("claims");
  const navigate = useNavigate();
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const withOffice = office === "all";
  // At 125 % zoom a column steps aside, so that nothing has to be scrolled sideways.
  const columns = useMemo(
    () => claimColumns(t, withOffice).filter(({ id }) => !narrow || id !== "memberNumber"),
    [t, withOffice, narrow],
  );
  if (pages.total === 0 && !pages.loading && pages.error === null)
    return <Empty icon={IconReceipt2} title={t(`empty.${list}`)} text={t("empty.text")} />;
  return (
    <VirtualTable
      label={t(`lists.${list}`)}
      columns={columns}
      count={pages.total}
      rowAt={pages.rowAt}
      onShow={pages.show}
      onOpen={(row) => navigate(`/insurance/claims/${row.id}`)}
    />
  );
}
