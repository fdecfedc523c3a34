import { Button, Center, Loader, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { refusalIn } from "../lib/refusals.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";

interface AskedProps<T> {
  readonly of: UseQueryResult<T, Error>;
  readonly children: (value: T) => ReactNode;
}

/** The answer to a `useAsk`, or its wait, or its refusal with a second try. */
export function Asked<T>({ of: query, children }: AskedProps<T>) {
  const { t } = useTranslation("common");
  if (query.data !== undefined) return children(query.data);
  if (!query.error) {
    return (
      <Center p="xl" aria-live="polite">
        <Loader size="sm" aria-label={t("loading")} />
      </Center>
    );
  }
  return (
    <Stack align="flex-start">
      <RefusalNotice refusal={refusalIn(query.error)} />
      <Button variant="default" onClick={() => void query.refetch()}>
        {t("retry")}
      </Button>
    </Stack>
  );
}
