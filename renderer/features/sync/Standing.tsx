import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SyncState } from "../../../src/contract/sync.ts";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { unconfirmed } from "./standing.ts";
import { useStandingWords } from "./useStandingWords.ts";

/** How far headquarters follows this office, in one sentence. */
export function Standing({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation("sync");
  const words = useStandingWords();
  return (
    <Panel>
      <Text fw={600} size="lg" className="numerals">
        {words(state.acknowledgedUntil, unconfirmed(state))}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t("standing.lastStick")} <Moment at={state.lastExportAt} />
        {" · "}
        {t("standing.lastAnswer")} <Moment at={state.lastAnswerAt} />
      </Text>
    </Panel>
  );
}

function Moment({ at }: { readonly at: string | null }) {
  const { t } = useTranslation("sync");
  return at === null ? t("standing.never") : <Day iso={at} withTime />;
}
