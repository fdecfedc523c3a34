import { Button, Group, Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconDoorExit,
  IconDots,
  IconEdit,
  IconEraser,
  IconFileText,
  IconSignature,
  IconTransfer,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { useShowFile } from "../../../ui/useShowFile.tsx";
import { DepartureDialog } from "./DepartureDialog.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { MainAction } from "./MainAction.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { TransferDialog, useMayTransfer } from "./TransferDialog.tsx";

interface PageActionsProps {
  readonly file: MemberFile;
  readonly onRefusal: (refusal: Refusal | null) => void;
}

type Dialog = "departure" | "merge" | "transfer" | "erase";

/** The main action by her standing, and a menu of the rarer ones. */
export function PageActions({ file, onRefusal }: PageActionsProps) {
  const { t } = useTranslation("membership");
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { member } = file;
  return (
    <Group gap="sm">
      <Menu position="bottom-end" width={290}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            {t("actions.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <WritingItems file={file} onDialog={setDialog} onRefusal={onRefusal} />
          {useMayTransfer() && (
            <Menu.Item leftSection={<IconTransfer size={16} />} onClick={() => setDialog("transfer")}>
              {t("actions.transfer")}
            </Menu.Item>
          )}
          <PaperItems id={member.id} onRefusal={onRefusal} />
          {useMay("members.erase") && (
            <>
              <Menu.Divider />
              <Menu.Item
                color="ochre"
                leftSection={<IconEraser size={16} />}
                onClick={() => setDialog("erase")}
              >
                {t("actions.erase")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <MainAction file={file} />
      <DepartureDialog opened={dialog === "departure"} member={member} onClose={close} />
      <MergeDialog opened={dialog === "merge"} member={member} onClose={close} />
      <TransferDialog opened={dialog === "transfer"} member={member} onClose={close} />
      <EraseDialog opened={dialog === "erase"} member={member} onClose={close} />
    </Group>
  );
}

interface WritingItemsProps extends PageActionsProps {
  readonly onDialog: (dialog: Dialog) => void;
}

function WritingItems({ file: { member }, onDialog, onRefusal }: WritingItemsProps) {
  const { t } = useTranslation("membership");
  const reinstate = useTell("membership.reinstate");
  const mayWrite = useMay("members.write");
  if (!mayWrite) return null;
  const comeBack = async () => {
    const result = await reinstate.tell({ id: member.id });
    onRefusal(result.ok ? null : result.refusal);
  };
  return (
    <>
      <Menu.Item component={Link} to={`/members/${member.id}/edit`} leftSection={<IconEdit size={16} />}>
        {t("actions.edit")}
      </Menu.Item>
      {member.leftOn === null ? (
        <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={() => onDialog("departure")}>
          {t("actions.departure")}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={comeBack}>
          {t("actions.reinstate")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => onDialog("merge")}>
        {t("actions.merge")}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

interface PaperItemsProps {
  readonly id: string;
  readonly onRefusal: (refusal: Refusal | null) => void;
}

function PaperItems({ id, onRefusal }: PaperItemsProps) {
  const { t } = useTranslation("membership");
  const showFile = useShowFile();
  const printFile = useTell("membership.printFile", { invalidates: [] });
  const printConsent = useTell("membership.printConsent", { invalidates: [] });
  const show = async ({ tell }: typeof printFile | typeof printConsent) => {
    const result = await tell({ id });
    onRefusal(result.ok ? null : result.refusal);
    if (result.ok) showFile(result.value);
  };
  return (
    <>
      <Menu.Item leftSection={<IconFileText size={16} />} onClick={() => void show(printFile)}>
        {t("actions.printFile")}
      </Menu.Item>
      <Menu.Item leftSection={<IconSignature size={16} />} onClick={() => void show(printConsent)}>
        {t("actions.printConsent")}
      </Menu.Item>
    </>
  );
}
