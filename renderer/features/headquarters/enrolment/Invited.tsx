import { Button, Group, Stack, Title } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FileOutput, OfficeCode } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { saveFile } from "../../../lib/saveFile.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { FingerprintView } from "../../../ui/FingerprintView.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";
import { reveal } from "../reveal.ts";

interface InvitedProps {
  readonly office: OfficeCode;
  readonly file: FileOutput;
  readonly onAnother: () => void;
}

/** The invitation, what follows, and the eight numbers for the phone call. */
export function Invited({ office, file, onAnother }: InvitedProps) {
  const { t } = useTranslation("headquarters");
  const state = useAsk("sync.state", {});
  return (
    <Panel title={t("invite.made", { office })}>
      <Stack gap="lg" ref={reveal} tabIndex={-1} className={classes.shown ?? ""}>
        <Group>
          <Button leftSection={<IconDeviceFloppy size={18} aria-hidden />} onClick={() => saveFile(file)}>
            {t("invite.save")}
          </Button>
          <span className="numerals">{file.fileName}</span>
        </Group>
        <div>
          <Title order={3} className={classes.smallHeading ?? ""}>
            {t("invite.next")}
          </Title>
          <ol className={classes.steps}>
            <li>{t("invite.step1")}</li>
            <li>{t("invite.step2")}</li>
            <li>{t("invite.step3")}</li>
          </ol>
        </div>
        <div>
          <Title order={3} className={classes.smallHeading ?? ""}>
            {t("invite.own")}
          </Title>
          <Asked of={state}>
            {({ ownFingerprint }) => <FingerprintView fingerprint={ownFingerprint} withQr />}
          </Asked>
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onAnother}>
            {t("invite.another")}
          </Button>
          <Button component={Link} to="/headquarters/enrol" variant="default">
            {t("actions.enrol")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
