import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Progress as Done } from "../../src/contract/index.ts";
import { showCount } from "../lib/format.ts";
import { useLanguage } from "../lib/refusals.ts";

interface ProgressBarProps {
  /** Null until the first report: the bar runs without a measure. */
  readonly progress: Done | null;
  /** What is being done, in words: "Lecture du fichier". */
  readonly label: string;
  readonly onCancel?: () => void;
}

/** Long work: what is done, how far, and a way to stop. */
export function ProgressBar({ progress, label, onCancel }: ProgressBarProps) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const percent = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100;
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" c="dimmed" className="numerals">
          {progress
            ? t("progress", {
                done: showCount(progress.done, language),
                total: showCount(progress.total, language),
              })
            : t("preparing")}
        </Text>
      </Group>
      <Progress value={percent} animated={progress === null} striped={progress === null} aria-label={label} />
      {onCancel && <StopButton onStop={onCancel} />}
    </Stack>
  );
}

function StopButton({ onStop }: { readonly onStop: () => void }) {
  const { t } = useTranslation("common");
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: "flex-start" }}
      disabled={asked}
      onClick={() => {
        setAsked(true);
        onStop();
      }}
    >
      {t(asked ? "stopping" : "stop")}
    </Button>
  );
}
