import { Button, Group, Stack, Text } from "@mantine/core";
import { IconMailOpened } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import type { AnswerReport } from "../../../src/contract/sync.ts";
import { useAsk, useTell } from "../../lib/calls.ts";
import { useMay } from "../../lib/useSession.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { UnreadableFiles } from "../../ui/UnreadableFiles.tsx";
import { AnswerFiles } from "./AnswerFiles.tsx";
import { AnswerRead } from "./AnswerRead.tsx";
import { Join } from "./Join.tsx";
import { type OnStick, sortStick } from "./standing.ts";

/** A stick that is changed for another of the same name is looked at anew. */
const LOOK_AGAIN_MS = 5000;

/** Once, when what it is called with comes to be. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "center" });
}

interface ReadAnswerProps {
  /** This laptop and headquarters do not agree. */
  readonly parted: boolean;
  readonly folder: string | null;
  /** She opened a bundle by a double click: the page goes to where it is read. */
  readonly opened: boolean;
  readonly onJoined: (enrolment: FileOutput) => void;
  /** Goes to the list of possible double enrolments. */
  readonly onSuggestions: () => void;
}

/** What came back on the stick: receipts, and the whole office for a new laptop. */
export function ReadAnswer({ folder, opened, parted, onJoined, onSuggestions }: ReadAnswerProps) {
  const { t } = useTranslation("sync");
  const [report, setReport] = useState<AnswerReport | null>(null);
  const [joining, setJoining] = useState(false);

  function joined(enrolment: FileOutput): void {
    setJoining(false);
    onJoined(enrolment);
  }

  return (
    <>
      <Panel title={t("answer.title")} text={t("answer.text")}>
        <Stack>
          {report && <AnswerRead report={report} parted={parted} onSuggestions={onSuggestions} />}
          {folder === null ? (
            <Text c="dimmed">{t("answer.noStick")}</Text>
          ) : (
            <Found
              key={folder}
              {...{ folder, opened }}
              onRead={setReport}
              onOpenAgain={() => setJoining(true)}
            />
          )}
        </Stack>
      </Panel>
      {joining && <Join onJoined={joined} />}
    </>
  );
}

interface FoundProps {
  readonly folder: string;
  readonly opened: boolean;
  readonly onRead: (report: AnswerReport | null) => void;
  readonly onOpenAgain: () => void;
}

function Found({ folder, opened, onRead, onOpenAgain }: FoundProps) {
  const { t } = useTranslation("sync");
  const stick = useAsk("sync.lookAtStick", { folder }, { everyMs: LOOK_AGAIN_MS, anew: true });
  const before = useAsk("sync.answers", {});
  return (
    <Asked of={stick}>
      {({ files, unreadable }) => (
        <Asked of={before}>
          {(answers) => {
            const found = sortStick(files, answers);
            return (
              <>
                <UnreadableFiles files={unreadable} advice={t("answer.unreadable")} />
                <Answering found={found} opened={opened} onRead={onRead} />
                {found.invitation && <Invited onOpenAgain={onOpenAgain} />}
              </>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}

interface AnsweringProps extends Pick<FoundProps, "opened" | "onRead"> {
  readonly found: OnStick;
}

function Answering({ found, opened, onRead }: AnsweringProps) {
  const { t } = useTranslation("sync");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = useTell("sync.importAnswer");
  const unread = found.answers.filter((answer) => !answer.read).map(({ file }) => file.path);

  async function run(): Promise<void> {
    onRead(null);
    setRefusal(null);
    const result = await read.tell({ files: unread });
    if (result.ok) onRead(result.value);
    else setRefusal(result.refusal);
  }

  return (
    <>
      <AnswerFiles found={found} />
      <RefusalNotice refusal={refusal} />
      {read.pending && (
        <ProgressBar progress={read.progress} label={t("answer.running")} onCancel={read.cancel} />
      )}
      <Group justify="flex-end" ref={opened ? intoView : undefined}>
        <Button
          leftSection={<IconMailOpened size={18} aria-hidden />}
          disabled={unread.length === 0}
          loading={read.pending}
          onClick={() => void run()}
        >
          {t("answer.run")}
        </Button>
      </Group>
    </>
  );
}

/** The office is linked already; its enrolment may have been lost on the way, and the invitation gives it again. */
function Invited({ onOpenAgain }: { readonly onOpenAgain: () => void }) {
  const { t } = useTranslation("sync");
  if (!useMay("sync.join")) return null;
  return (
    <Group>
      <Text size="sm">{t("answer.invitation")}</Text>
      <Button variant="subtle" size="compact-sm" onClick={onOpenAgain}>
        {t("answer.openAgain")}
      </Button>
    </Group>
  );
}
