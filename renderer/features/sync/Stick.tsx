import { Stack } from "@mantine/core";
import { IconDeviceUsb } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import type { SyncState } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { useMay } from "../../lib/useSession.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Enrolled } from "./Enrolled.tsx";
import { Export } from "./Export.tsx";
import { History } from "./History.tsx";
import { Join } from "./Join.tsx";
import { Keys } from "./Keys.tsx";

/** « Clé USB »: first the tie to headquarters, then a stick every month. */
export function Stick() {
  const { t } = useTranslation("sync");
  const state = useAsk("sync.state", {});
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Asked of={state}>{(found) => <Parts state={found} />}</Asked>
    </Page>
  );
}

function Parts({ state }: { readonly state: SyncState }) {
  const [enrolment, setEnrolment] = useState<FileOutput | null>(null);
  const mayJoin = useMay("sync.join");
  const mayExport = useMay("sync.export");
  if (state.headquarters === null) return mayJoin ? <Join onJoined={setEnrolment} /> : <NotJoined />;
  return (
    <Stack gap="lg">
      {enrolment && <Enrolled enrolment={enrolment} onDone={() => setEnrolment(null)} />}
      {mayExport && <Export state={state} />}
      <History />
      <Keys state={state} headquarters={state.headquarters} />
    </Stack>
  );
}

function NotJoined() {
  const { t } = useTranslation("sync");
  return (
    <Panel>
      <Empty icon={IconDeviceUsb} title={t("notJoined.title")} text={t("notJoined.text")} />
    </Panel>
  );
}
