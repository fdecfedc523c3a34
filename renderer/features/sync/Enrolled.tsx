import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import { saveFile } from "../../lib/saveFile.ts";
import { Panel } from "../../ui/Panel.tsx";

interface EnrolledProps {
  readonly enrolment: FileOutput;
  readonly onDone: () => void;
}

/** It stands at the page's beginning, and may have been asked for further down. */
function reveal(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: "nearest" });
}

/** The enrolment goes to headquarters: it stays on the page until it was saved. */
export function Enrolled({ enrolment, onDone }: EnrolledProps) {
  const { t } = useTranslation(["sync", "common"]);
  const [saved, setSaved] = useState(false);
  return (
    <Panel title={t("sync:enrolled.title")} text={t("sync:enrolled.text")} tone="attention">
      <Stack ref={reveal}>
        <Text className="numerals">{enrolment.fileName}</Text>
        <Group>
          <Button
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            onClick={() => {
              saveFile(enrolment);
              setSaved(true);
            }}
          >
            {t("sync:enrolled.save")}
          </Button>
          <Button variant="default" disabled={!saved} onClick={onDone}>
            {t("sync:enrolled.done")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
