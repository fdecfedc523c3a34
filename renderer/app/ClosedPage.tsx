import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../src/contract/results.ts";
import { LonePage } from "../ui/LonePage.tsx";
import { RefusalNotice } from "../ui/RefusalNotice.tsx";

interface ClosedPageProps {
  readonly refusal: Refusal | null;
  readonly onRetry: () => unknown;
}

/** The office itself cannot be opened: held by another window, from a newer version, damaged. */
export function ClosedPage({ refusal, onRetry }: ClosedPageProps) {
  const { t } = useTranslation(["app", "common"]);
  return (
    <LonePage title={t("app:closed.title")}>
      <Stack align="flex-start">
        <RefusalNotice refusal={refusal} />
        <Button onClick={onRetry}>{t("common:retry")}</Button>
      </Stack>
    </LonePage>
  );
}
