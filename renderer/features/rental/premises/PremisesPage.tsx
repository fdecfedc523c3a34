import { ActionIcon, Button, Group, Menu, Stack } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconDotsVertical, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PremisesBadge } from "../Badges.tsx";
import { LeasesPanel } from "./LeasesPanel.tsx";
import { PhotosPanel } from "./PhotosPanel.tsx";
import classes from "./Premises.module.css";
import { PremisesDialog } from "./PremisesDialog.tsx";
import { PremisesFacts } from "./PremisesFacts.tsx";
import { RestoreItem, RetireDialog } from "./Retiring.tsx";

/** Everything about one of the premises. */
export function PremisesPage() {
  const { t } = useTranslation("rental");
  const { id = "" } = useParams();
  const atHeadquarters = useOfficeIdentity()?.headquarters ?? false;
  const all = useAsk("rental.premises", { withRetired: true, ...(atHeadquarters ? { office: "all" } : {}) });
  const found = all.data?.find((one) => one.id === id);
  if (found) return <OpenPremises key={id} premises={found} />;
  return (
    <Page title={t("premises.title")} back={{ to: "/rental", label: t("tabs.board") }}>
      <Asked of={all}>{() => t("premises.unknown")}</Asked>
    </Page>
  );
}

function OpenPremises({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const own = useOfficeIdentity()?.code === premises.office;
  const mayChange = useMay("rental.manage") && own;
  const officeName = useOfficeName();
  return (
    <Page
      title={premises.code}
      subtitle={
        <span className={classes.standing}>
          <span>{t(`kinds.${premises.kind}`)}</span>
          {premises.address !== "" && <span>{premises.address}</span>}
          <PremisesBadge state={premises.state} />
          {!own && <span>{t("elsewhere", { office: officeName(premises.office) })}</span>}
        </span>
      }
      back={{ to: "/rental", label: t("tabs.board") }}
      action={mayChange ? <Actions premises={premises} /> : undefined}
    >
      <div className={classes.columns}>
        <LeasesPanel premises={premises} />
        <Stack gap="lg">
          <PremisesFacts premises={premises} />
          <PhotosPanel premises={premises} mayAdd={mayChange} />
        </Stack>
      </div>
    </Page>
  );
}

type Opened = "edit" | "retire" | null;

/** What is vacant is let; what is let is collected on its lease's page. */
function Actions({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
      <MainAction premises={premises} />
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("premises.more")}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setOpened("edit")}>
            {t("premises.edit")}
          </Menu.Item>
          {premises.state === "vacant" && (
            <Menu.Item
              color="ochre"
              leftSection={<IconArchive size={18} aria-hidden />}
              onClick={() => setOpened("retire")}
            >
              {t("premises.retire")}
            </Menu.Item>
          )}
          {premises.state === "retired" && (
            <RestoreItem premises={premises} icon={<IconArchiveOff size={18} aria-hidden />} />
          )}
        </Menu.Dropdown>
      </Menu>
      {opened === "edit" && <PremisesDialog premises={premises} onClose={close} />}
      {opened === "retire" && <RetireDialog premises={premises} onClose={close} />}
    </Group>
  );
}

function MainAction({ premises }: { readonly premises: Premises }) {
  const { t } = useTranslation("rental");
  if (premises.state === "retired") return null;
  if (premises.lease !== null) {
    return (
      <Button component={Link} to={`/rental/leases/${premises.lease.id}`}>
        {t("board.openLease")}
      </Button>
    );
  }
  return (
    <Button component={Link} to={`/rental/leases/new?premises=${premises.id}`}>
      {t("board.let")}
    </Button>
  );
}
