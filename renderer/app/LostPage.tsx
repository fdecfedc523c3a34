import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Loss } from "../lib/switchboard.ts";
import { LonePage } from "../ui/LonePage.tsx";

/** The line to the service ended. What was typed is kept in memory and comes back when the line does. */
export function LostPage({ loss }: { readonly loss: Loss }) {
  const { t } = useTranslation("app");
  return (
    <LonePage title={t(`lost.${loss}.title`)} text={t(`lost.${loss}.text`)}>
      <Button onClick={() => location.reload()}>{t(`lost.${loss}.action`)}</Button>
    </LonePage>
  );
}
