import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { OfficeFile, OfficeLine } from "../../../../src/contract/headquarters.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOfficeNames } from "../officeNames.ts";
import { AttentionBadges } from "../offices/AttentionBadges.tsx";
import { BundleTable } from "./BundleTable.tsx";
import { ForkPanel } from "./ForkPanel.tsx";
import { KeyTable } from "./KeyTable.tsx";
import { OfficeFigures } from "./OfficeFigures.tsx";

/** One office as headquarters knows it: its figures, keys and sticks, and what parts from headquarters' copy. */
export function OfficePage() {
  const { t } = useTranslation("headquarters");
  const { code = "" } = useParams();
  const name = useOfficeNames()(code);
  const file = useAsk("headquarters.office", { office: code });
  return (
    <Page
      title={name === code ? code : `${code} ${name}`}
      subtitle={file.data && <AttentionBadges line={file.data.line} />}
      back={{ to: "/headquarters", label: t("back") }}
    >
      <Asked of={file}>{(found) => <Parts file={found} />}</Asked>
    </Page>
  );
}

function Parts({ file }: { readonly file: OfficeFile }) {
  return (
    <Stack gap="lg">
      {file.fork && <ForkPanel fork={file.fork} />}
      {file.line.snapshotToConfirm && <SnapshotWaits line={file.line} />}
      <Standing line={file.line} />
      <OfficeFigures line={file.line} />
      {!file.line.own && (
        <>
          <BundleTable bundles={file.bundles} />
          <KeyTable file={file} />
        </>
      )}
    </Stack>
  );
}

function SnapshotWaits({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  const maySettle = useMay("headquarters.settle");
  return (
    <Panel
      tone="attention"
      title={t("snapshot.waits")}
      text={t("snapshot.waitsText")}
      action={
        maySettle && (
          <Button
            component={Link}
            to={`/headquarters/offices/${line.code}/snapshot`}
            style={{ flex: "none" }}
          >
            {t("snapshot.see")}
          </Button>
        )
      }
    />
  );
}

/** The way on for an office without a key that counts. */
function Standing({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  const mayEnrol = useMay("headquarters.enrol");
  if (line.own || line.standing === "active") return null;
  const isRevoked = line.standing === "revoked";
  return (
    <Panel tone={isRevoked ? "attention" : "plain"}>
      <Group justify="space-between">
        <Text maw="38rem">{t(isRevoked ? "office.revokedText" : "office.invitedText")}</Text>
        {mayEnrol && (
          <Group gap="xs">
            <Button
              component={Link}
              to={`/headquarters/invite?code=${line.code}`}
              variant={isRevoked ? "filled" : "default"}
            >
              {t(isRevoked ? "office.inviteNew" : "office.inviteAgain")}
            </Button>
            <Button component={Link} to="/headquarters/enrol" variant={isRevoked ? "default" : "filled"}>
              {t("actions.enrol")}
            </Button>
          </Group>
        )}
      </Group>
    </Panel>
  );
}
