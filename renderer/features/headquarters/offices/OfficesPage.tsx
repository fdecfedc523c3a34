import { Button, Group } from "@mantine/core";
import { IconBuildingCommunity, IconDeviceUsb } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { HeadquartersTabs } from "../HeadquartersTabs.tsx";
import { OfficeTable } from "./OfficeTable.tsx";
import { SummaryRow } from "./SummaryRow.tsx";

/** « Antennes »: every office, what it sent, what is missing and what waits for somebody. */
export function OfficesPage() {
  const { t } = useTranslation("headquarters");
  const offices = useAsk("headquarters.offices", {});
  return (
    <Page title={t("title")} subtitle={t("subtitle")} action={<Actions />} wide>
      <HeadquartersTabs />
      <Asked of={offices}>{(lines) => <Offices lines={lines} />}</Asked>
    </Page>
  );
}

function Offices({ lines }: { readonly lines: readonly OfficeLine[] }) {
  if (lines.every((line) => line.own)) return <NoOther />;
  return (
    <>
      <SummaryRow lines={lines} />
      <OfficeTable lines={lines} />
    </>
  );
}

function Actions() {
  const { t } = useTranslation("headquarters");
  const mayReceive = useMay("headquarters.receive");
  const mayEnrol = useMay("headquarters.enrol");
  return (
    <Group gap="xs" justify="flex-end">
      <ListExport list="offices" />
      {mayEnrol && (
        <Button component={Link} to="/headquarters/invite" variant="default">
          {t("actions.invite")}
        </Button>
      )}
      {mayReceive && (
        <>
          <Button component={Link} to="/headquarters/answers" variant="default">
            {t("actions.answers")}
          </Button>
          <Button
            component={Link}
            to="/headquarters/receive"
            leftSection={<IconDeviceUsb size={18} aria-hidden />}
          >
            {t("actions.receive")}
          </Button>
        </>
      )}
    </Group>
  );
}

function NoOther() {
  const { t } = useTranslation("headquarters");
  const mayEnrol = useMay("headquarters.enrol");
  return (
    <Panel>
      <Empty
        icon={IconBuildingCommunity}
        title={t("empty.title")}
        text={t("empty.text")}
        action={
          mayEnrol && (
            <Button component={Link} to="/headquarters/invite">
              {t("actions.invite")}
            </Button>
          )
        }
      />
    </Panel>
  );
}
