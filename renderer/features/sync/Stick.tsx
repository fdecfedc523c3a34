import { Stack } from "@mantine/core";
import { IconDeviceUsb } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import type { SyncState } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { useMay, useOfficeIdentity } from "../../lib/useSession.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { FolderPicker } from "../../ui/FolderPicker.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useOpenedFile } from "../../ui/useOpenedFile.ts";
import { Answers } from "./Answers.tsx";
import { AtHeadquarters } from "./AtHeadquarters.tsx";
import { Enrolled } from "./Enrolled.tsx";
import { Export } from "./Export.tsx";
import { History } from "./History.tsx";
import { Join } from "./Join.tsx";
import { Keys } from "./Keys.tsx";
import { PartingPanel } from "./PartingPanel.tsx";
import { ReadAnswer } from "./ReadAnswer.tsx";
import { Standing } from "./Standing.tsx";
import { Suggestions } from "./Suggestions.tsx";

/** « Clé USB »: first the tie to headquarters, then a stick every month and its answer. */
export function Stick() {
  const { t } = useTranslation("sync");
  const state = useAsk("sync.state", {});
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  return (
    <Page
      title={t(headquarters ? "atHeadquarters.title" : "title")}
      subtitle={t(headquarters ? "atHeadquarters.subtitle" : "subtitle")}
    >
      <Asked of={state}>
        {(found) => (headquarters ? <AtHeadquarters state={found} /> : <Antenna state={found} />)}
      </Asked>
    </Page>
  );
}

function Antenna({ state }: { readonly state: SyncState }) {
  const [enrolment, setEnrolment] = useState<FileOutput | null>(null);
  const mayJoin = useMay("sync.join");
  const opened = useOpenedFile();
  if (state.headquarters === null) return mayJoin ? <Join onJoined={setEnrolment} /> : <NotJoined />;
  return (
    <Stack gap="lg">
      {enrolment && <Enrolled enrolment={enrolment} onDone={() => setEnrolment(null)} />}
      <RoundTrip
        key={opened?.path ?? null}
        state={state}
        firstFolder={opened?.folder ?? null}
        onJoined={setEnrolment}
      />
      <Keys state={state} headquarters={state.headquarters} />
    </Stack>
  );
}

interface RoundTripProps {
  readonly state: SyncState;
  /** Where a bundle lies that was opened by a double click: its folder is the stick, until another is chosen. */
  readonly firstFolder: string | null;
  readonly onJoined: (enrolment: FileOutput) => void;
}

/** What goes and what comes back. One stick serves both, so it is chosen once. */
function RoundTrip({ state, firstFolder, onJoined }: RoundTripProps) {
  const { t } = useTranslation("sync");
  const [folder, setFolder] = useState(firstFolder);
  const suggestions = useRef<HTMLDivElement>(null);
  const mayExport = useMay("sync.export");
  const picker = mayExport && <FolderPicker value={folder} onChange={setFolder} />;
  return (
    <>
      {/* What was confirmed says nothing where the two no longer agree. */}
      {!state.parting && <Standing state={state} />}
      <PartingPanel state={state} folder={folder} picker={picker} />
      {mayExport && (
        <>
          {!state.parting && (
            <Panel title={t("stick.title")} text={t("stick.text")}>
              {picker}
            </Panel>
          )}
          <ReadAnswer
            folder={folder}
            opened={firstFolder !== null && folder === firstFolder}
            parted={state.parting !== null}
            onJoined={onJoined}
            onSuggestions={() => suggestions.current?.focus()}
          />
          {!state.parting && <Export state={state} folder={folder} />}
        </>
      )}
      <Suggestions place={suggestions} />
      <History state={state} />
      <Answers />
    </>
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
