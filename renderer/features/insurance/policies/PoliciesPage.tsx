import { Button, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconHeartHandshake, IconUserSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { type Pages, usePages } from "../../../lib/pages.ts";
import { refusalIn } from "../../../lib/refusals.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { readOffice } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { PolicyFilters } from "./PolicyFilters.tsx";
import { policyColumns } from "./policyColumns.tsx";
import { isNarrowed, type PolicyView, readPolicyView, writePolicyView } from "./policyView.ts";

const SEARCH = "insurance.policies.search";

/** Every policy: search, filters and the list. */
export function PoliciesPage() {
  const { t } = useTranslation("insurance");
  const [view, change] = usePolicyView();
  const pages = usePages("insurance.policies", { ...view, states: [...view.states] });
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("policies.subtitle")}
      action={
        <ListExport
          list="policies"
          office={view.office}
          narrowed={isNarrowed(view)}
          disabled={pages.total === 0 && !isNarrowed(view)}
        />
      }
    >
      <InsuranceTabs />
      <Stack gap="sm" mb="sm">
        <PolicyFilters view={view} onChange={change} />
        <RefusalNotice refusal={refusalIn(pages.error)} />
      </Stack>
      <PolicyList view={view} pages={pages} onChange={change} />
    </Page>
  );
}

/** The filters live in the address, what is searched in memory; going back finds both. */
function usePolicyView(): [PolicyView, (view: PolicyView) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const identity = useOfficeIdentity();
  const view = useMemo(() => {
    const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
    return readPolicyView(address, text, office);
  }, [address, text, identity]);
  const change = (next: PolicyView) => {
    setText(next.text);
    saveDraft(SEARCH, next.text);
    setAddress(writePolicyView(next), { replace: true });
  };
  return [view, change];
}

interface PolicyListProps {
  readonly view: PolicyView;
  readonly pages: Pages<"insurance.policies">;
  readonly onChange: (view: PolicyView) => void;
}

function PolicyList({ view, pages, onChange }: PolicyListProps) {
  const { t } = useTranslation("insurance");
  const navigate = useNavigate();
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const withOffice = view.office === "all";
  // At 125 % zoom a column steps aside, so that nothing has to be scrolled sideways.
  const columns = useMemo(
    () => policyColumns(t, withOffice).filter(({ id }) => !narrow || id !== "since"),
    [t, withOffice, narrow],
  );
  if (pages.total === 0 && !pages.loading && pages.error === null) {
    return isNarrowed(view) || view.office !== undefined ? (
      <NothingFound onClear={() => onChange({ text: "", states: [], planCode: null })} />
    ) : (
      <NoPolicyYet />
    );
  }
  return (
    <VirtualTable
      label={t("tabs.policies")}
      columns={columns}
      count={pages.total}
      rowAt={pages.rowAt}
      onShow={pages.show}
      onOpen={(row) => navigate(`/insurance/policies/${row.id}`)}
    />
  );
}

function NoPolicyYet() {
  const { t } = useTranslation("insurance");
  return (
    <Empty
      icon={IconHeartHandshake}
      title={t("policies.empty")}
      text={t("policies.emptyText")}
      action={
        <Button component={Link} to="/members">
          {t("policies.chooseMember")}
        </Button>
      }
    />
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation("insurance");
  return (
    <Empty
      icon={IconUserSearch}
      title={t("policies.nothing")}
      text={t("policies.nothingText")}
      action={
        <Button variant="default" onClick={onClear}>
          {t("filters.clear")}
        </Button>
      }
    />
  );
}
