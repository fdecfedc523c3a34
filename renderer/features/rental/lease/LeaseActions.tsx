import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconCoins, IconDoorExit, IconDotsVertical, IconFileText, IconReceiptOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CollectDialog } from "../collect/CollectDialog.tsx";
import { WriteOffDialog } from "./account/WriteOffDialog.tsx";
import { EndDialog } from "./terms/EndDialog.tsx";

type Opened = "collect" | "end" | "writeOff" | null;

const NOTHING = () => undefined;

/** « Encaisser », and behind the dots the contract, the end and giving up a debt. */
export function LeaseActions({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState<Opened>(null);
  const contract = usePrint("rental.printLease");
  const isDone = file.state === "ended" && file.charges.every(({ left }) => left === 0);
  const mayCollect = useMayHere("rental.collect", file.office) && !isDone;
  const mayEnd =
    useMayHere("rental.manage", file.office) && file.termination === null && file.state !== "ended";
  const mayWriteOff = useMayHere("rental.writeOff", file.office) && file.arrears > 0;
  const close = () => setOpened(null);
  return (
    <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
      <RefusalNotice refusal={contract.refusal} />
      {mayCollect && (
        <Button leftSection={<IconCoins size={18} aria-hidden />} onClick={() => setOpened("collect")}>
          {t("collect.go")}
        </Button>
      )}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("lease.more")} loading={contract.pending}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileText size={18} aria-hidden />}
            onClick={() => void contract.print({ id: file.id })}
          >
            {t("lease.contract")}
          </Menu.Item>
          {mayWriteOff && (
            <Menu.Item
              color="ochre"
              leftSection={<IconReceiptOff size={18} aria-hidden />}
              onClick={() => setOpened("writeOff")}
            >
              {t("writeOff.open")}
            </Menu.Item>
          )}
          {mayEnd && (
            <Menu.Item
              color="ochre"
              leftSection={<IconDoorExit size={18} aria-hidden />}
              onClick={() => setOpened("end")}
            >
              {t("end.open")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <CollectDialog leaseId={file.id} opened={opened === "collect"} onClose={close} onDone={NOTHING} />
      {opened === "end" && <EndDialog file={file} onClose={close} />}
      {opened === "writeOff" && <WriteOffDialog file={file} onClose={close} />}
    </Group>
  );
}
