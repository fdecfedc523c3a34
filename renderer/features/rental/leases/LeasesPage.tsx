import { Button, Chip, Group, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFileDescription, IconPlus, IconSearchOff, IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { type LeaseRow, LeaseState } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { exportedList } from "../exportedList.ts";
import { RentalTabs } from "../RentalTabs.tsx";
import { leaseColumns } from "./leaseColumns.tsx";
import { isNarrowed, type LeasesView, readLeasesView, writeLeasesView } from "./leasesView.ts";

const SEARCH = "rental.leases.search";
const ALL: LeasesView = { text: "", states: [] };

/** Every lease: search, states and the list. */
export function LeasesPage() {
  const { t } = useTranslation("rental");
  const [office] = useOfficeInAddress();
  const [view, change] = useLeasesView();
  const leases = useAsk(
    "rental.leases",
    { text: view.text, states: [...view.states], ...(office ? { office } : {}) },
    { keepPrevious: true },
  );
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("leases.subtitle")}
      action={
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ExportMenu
            operation="rental.exportList"
            input={exportedList("leases", office)}
            codebook="leases"
            disabled={leases.data?.length === 0}
          />
          {leases.data?.length !== 0 && office === undefined && <NewLeaseButton />}
        </Group>
      }
    >
      <RentalTabs />
      <Stack gap="sm" mb="sm">
        <Filters view={view} onChange={change} />
      </Stack>
      <Asked of={leases}>{(rows) => <LeaseList rows={rows} view={view} onChange={change} />}</Asked>
    </Page>
  );
}

/** The states live in the address, what is searched in memory; going back finds both. */
function useLeasesView(): [LeasesView, (view: LeasesView) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const view = useMemo(() => readLeasesView(address, text), [address, text]);
  const change = (next: LeasesView) => {
    setText(next.text);
    saveDraft(SEARCH, next.text);
    setAddress(writeLeasesView(next, address), { replace: true });
  };
  return [view, change];
}

function NewLeaseButton() {
  const { t } = useTranslation("rental");
  if (!useMay("rental.manage")) return null;
  return (
    <Button component={Link} to="/rental/leases/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("leases.new")}
    </Button>
  );
}

interface ViewProps {
  readonly view: LeasesView;
  readonly onChange: (view: LeasesView) => void;
}

function Filters({ view, onChange }: ViewProps) {
  const { t } = useTranslation("rental");
  const [office, setOffice] = useOfficeInAddress();
  return (
    <Group gap="sm">
      <SearchField
        label={t("filters.search")}
        text={view.text}
        onText={(text) => onChange({ ...view, text })}
        width={340}
      />
      <OfficeFilter value={office} onChange={setOffice} />
      <Group gap={6} role="group" aria-label={t("filters.states")}>
        <Chip.Group
          multiple
          value={[...view.states]}
          onChange={(next) =>
            onChange({ ...view, states: LeaseState.options.filter((state) => next.includes(state)) })
          }
        >
          {LeaseState.options.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {t(`leaseStates.${state}`)}
            </Chip>
          ))}
        </Chip.Group>
      </Group>
      {isNarrowed(view) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange(ALL)}
        >
          {t("filters.clear")}
        </Button>
      )}
    </Group>
  );
}

function LeaseList({ rows, view, onChange }: ViewProps & { readonly rows: readonly LeaseRow[] }) {
  const { t } = useTranslation("rental");
  const navigate = useNavigate();
  const [office] = useOfficeInAddress();
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const columns = useMemo(
    () => leaseColumns(t, { withOffice: office === "all", narrow }),
    [t, office, narrow],
  );
  if (rows.length === 0) {
    return isNarrowed(view) || office !== undefined ? (
      <Empty
        icon={IconSearchOff}
        title={t("leases.nothing")}
        text={t("leases.nothingText")}
        action={
          <Button variant="default" onClick={() => onChange(ALL)}>
            {t("filters.clear")}
          </Button>
        }
      />
    ) : (
      <Empty
        icon={IconFileDescription}
        title={t("leases.empty")}
        text={t("leases.emptyText")}
        action={<NewLeaseButton />}
      />
    );
  }
  return (
    <VirtualTable
      label={t("tabs.leases")}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index]}
      onOpen={(row) => navigate(`/rental/leases/${row.id}`)}
    />
  );
}
