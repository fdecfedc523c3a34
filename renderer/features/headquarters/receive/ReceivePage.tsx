import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiveReport } from "../../../../src/contract/headquarters.ts";
import { FolderPicker } from "../../../ui/FolderPicker.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Report } from "./Report.tsx";
import { StickFiles } from "./StickFiles.tsx";

/** A stick that came: choose it, see what is on it, read it, answer on the same stick. */
export function ReceivePage() {
  const { t } = useTranslation("headquarters");
  const [folder, setFolder] = useState<string | null>(null);
  const [report, setReport] = useState<ReceiveReport | null>(null);
  return (
    <Page
      title={t("receive.title")}
      subtitle={t("receive.subtitle")}
      back={{ to: "/headquarters", label: t("back") }}
    >
      {report && folder !== null ? (
        <Report report={report} folder={folder} onAnother={() => setReport(null)} />
      ) : (
        <Stack gap="lg">
          <Panel title={t("receive.where")}>
            <FolderPicker value={folder} onChange={setFolder} />
          </Panel>
          {folder !== null && <StickFiles key={folder} folder={folder} onRead={setReport} />}
        </Stack>
      )}
    </Page>
  );
}
