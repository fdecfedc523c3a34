import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SyncState } from "../../../src/contract/sync.ts";
import { useMay } from "../../lib/useSession.ts";
import { Day } from "../../ui/Day.tsx";
import { FingerprintView } from "../../ui/FingerprintView.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { RenewKey } from "./RenewKey.tsx";

interface KeysProps {
  readonly state: SyncState;
  readonly headquarters: NonNullable<SyncState["headquarters"]>;
}

/** Both fingerprints, for the day when somebody asks for them on the phone. */
export function Keys({ state, headquarters }: KeysProps) {
  const { t } = useTranslation("sync");
  const mayJoin = useMay("sync.join");
  return (
    <Panel title={t("keys.title")} text={t("keys.text")}>
      <Stack>
        <div>
          <Text fw={600} mb={6}>
            {t("keys.own")}
          </Text>
          <FingerprintView fingerprint={state.ownFingerprint} withQr />
        </div>
        <div>
          <Text fw={600} mb={6}>
            {t("keys.headquarters", { code: headquarters.code })} <Day iso={headquarters.joinedAt} />
          </Text>
          <FingerprintView fingerprint={headquarters.fingerprint} small />
        </div>
        {state.renewing && <Text>{t("renew.onTheWay")}</Text>}
        {mayJoin && <RenewKey renewing={state.renewing} />}
      </Stack>
    </Panel>
  );
}
