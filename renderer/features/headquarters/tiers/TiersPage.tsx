import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ExportIdentity } from "./ExportIdentity.tsx";
import { OwnKey } from "./OwnKey.tsx";
import { TierMatrix } from "./TierMatrix.tsx";
import { TierRecipients } from "./TierRecipients.tsx";

/** « Qui lit quoi »: the reading keys and who holds them; headquarters' own signing key. */
export function TiersPage() {
  const { t } = useTranslation("headquarters");
  const answer = useAsk("headquarters.tiers", {});
  const mayExport = useMay("headquarters.identity");
  const mayEnrol = useMay("headquarters.enrol");
  return (
    <Stack gap="lg">
      <Panel title={t("tiers.title")} text={t("tiers.text")}>
        <Asked of={answer}>
          {(found) => (
            <Stack gap="lg">
              <TierMatrix {...found} />
              <TierRecipients tiers={found.tiers} />
            </Stack>
          )}
        </Asked>
      </Panel>
      {mayExport && answer.data && <ExportIdentity tiers={answer.data.tiers} />}
      {mayEnrol && <OwnKey />}
    </Stack>
  );
}
