import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiveReport } from "../../../../src/contract/headquarters.ts";
import type { OpenedFile } from "../../../lib/openedFile.ts";
import { FolderPicker } from "../../../ui/FolderPicker.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOpenedFile } from "../../../ui/useOpenedFile.ts";
import { Report } from "./Report.tsx";
import { StickFiles } from "./StickFiles.tsx";

/** A stick that came: choose it, see what is on it, read it, answer on the same stick. */
export function ReceivePage() {
  const { t } = useTranslation("headquarters");
  const opened = useOpenedFile();
  return (
    <Page
      title={t("receive.title")}
      subtitle={t("receive.subtitle")}
      back={{ to: "/headquarters", label: t("back") }}
    >
      <Receiving key={opened?.path ?? null} opened={opened} />
    </Page>
  );
}

/** @param opened a bundle that was opened by a double click: it alone is chosen, in the folder where it lies */
function Receiving({ opened }: { readonly opened: OpenedFile | null }) {
  const { t } = useTranslation("headquarters");
  const [folder, setFolder] = useState(opened?.folder ?? null);
  const [report, setReport] = useState<ReceiveReport | null>(null);
  if (report && folder !== null)
    return <Report report={report} folder={folder} onAnother={() => setReport(null)} />;
  const only = opened !== null && opened.folder === folder ? opened.name : null;
  return (
    <Stack gap="lg">
      <Panel title={t("receive.where")}>
        <FolderPicker value={folder} onChange={setFolder} />
      </Panel>
      {folder !== null && <StickFiles key={folder} folder={folder} only={only} onRead={setReport} />}
    </Stack>
  );
}
