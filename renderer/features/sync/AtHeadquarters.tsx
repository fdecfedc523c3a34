import { Button, Stack } from "@mantine/core";
import { IconBuildingCommunity } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SyncState } from "../../../src/contract/sync.ts";
import { useMay } from "../../lib/useSession.ts";
import { FingerprintView } from "../../ui/FingerprintView.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** Headquarters sends itself no stick: here is what it reads aloud on the phone, and the way to its offices. */
export function AtHeadquarters({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation("sync");
  const mayRead = useMay("headquarters.read");
  return (
    <Stack gap="lg">
      <Panel title={t("atHeadquarters.own")} text={t("atHeadquarters.ownText")}>
        <FingerprintView fingerprint={state.ownFingerprint} withQr />
      </Panel>
      {mayRead && (
        <Panel
          title={t("atHeadquarters.offices")}
          text={t("atHeadquarters.officesText")}
          action={
            <Button
              component={Link}
              to="/headquarters"
              leftSection={<IconBuildingCommunity size={18} aria-hidden />}
            >
              {t("atHeadquarters.open")}
            </Button>
          }
        />
      )}
    </Stack>
  );
}
