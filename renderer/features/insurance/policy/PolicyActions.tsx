import { ActionIcon, Group, Menu } from "@mantine/core";
import { IconDotsVertical, IconFileCertificate, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { useMay } from "../../../lib/useSession.ts";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CollectButton } from "../collect/CollectButton.tsx";
import { CancelDialog } from "./CancelDialog.tsx";

interface PolicyActionsProps {
  readonly file: PolicyFile;
  readonly elsewhere: boolean;
}

/** « Encaisser », and behind the dots the papers and the end. */
export function PolicyActions({ file, elsewhere }: PolicyActionsProps) {
  const { t } = useTranslation("insurance");
  const [cancelling, setCancelling] = useState(false);
  const certificate = usePrint("insurance.printPolicy");
  const mayEnrol = useMay("insurance.enrol");
  const { policy } = file;
  // Who has paid into a life account leaves it by an exit, which two people agree to.
  const isCancellable = policy.kind === "health" || file.contributed === 0;
  const mayCancel = mayEnrol && !elsewhere && file.endedOn === null && isCancellable;
  return (
    <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
      <RefusalNotice refusal={certificate.refusal} />
      {file.endedOn === null && <CollectButton policy={policy} />}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("policy.more")} loading={certificate.pending}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileCertificate size={18} aria-hidden />}
            onClick={() => void certificate.print({ id: policy.id })}
          >
            {t("policy.certificate")}
          </Menu.Item>
          {mayCancel && (
            <Menu.Item
              color="ochre"
              leftSection={<IconX size={18} aria-hidden />}
              onClick={() => setCancelling(true)}
            >
              {t("cancel.title")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {cancelling && <CancelDialog file={file} onClose={() => setCancelling(false)} />}
    </Group>
  );
}
