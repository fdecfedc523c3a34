import { Button, Group, List, Select, Stack, Text } from "@mantine/core";
import { IconTransfer } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useOfficeName, useOffices } from "../../../lib/offices.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Name } from "../../../ui/Name.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** Whether this person decides here which office follows a member. */
export function useMayTransfer(): boolean {
  const atHeadquarters = useOfficeIdentity()?.headquarters ?? false;
  return useMay("headquarters.settle") && atHeadquarters;
}

/** Hands another office's member over to a third one (or to headquarters' own branch). */
export function TransferButton({ member }: { readonly member: Member }) {
  const { t } = useTranslation("membership");
  const [opened, setOpened] = useState(false);
  if (!useMayTransfer()) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTransfer size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("actions.transfer")}
      </Button>
      <TransferDialog opened={opened} member={member} onClose={() => setOpened(false)} />
    </>
  );
}

interface TransferDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Which office follows her from now on, and what that means for the two. */
export function TransferDialog({ opened, member, onClose }: TransferDialogProps) {
  const { t } = useTranslation("membership");
  return (
    <Dialog opened={opened} onClose={onClose} title={t("transfer.title")}>
      {opened && <TransferForm member={member} onClose={onClose} />}
    </Dialog>
  );
}

function useTransfer(member: Member, onClose: () => void) {
  const { t } = useTranslation("membership");
  const officeName = useOfficeName();
  const notice = useNotice();
  const [id] = useState(newId);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("headquarters.transfer");
  const decide = async (to: string) => {
    const result = await tell({ id, memberId: member.id, to, mergeInto: null });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    notice(t("transfer.done", { number: member.number, office: officeName(to) }));
    onClose();
  };
  return { decide, pending, refusal };
}

function TransferForm({ member, onClose }: Omit<TransferDialogProps, "opened">) {
  const { t } = useTranslation(["membership", "common"]);
  const text = useRefusalText();
  const officeName = useOfficeName();
  const offices = useOffices().filter(
    ({ code, own, standing }) => code !== member.office && (own || standing === "active"),
  );
  const [to, setTo] = useState<string | null>(null);
  const { decide, pending, refusal } = useTransfer(member, onClose);
  const aboutOffice = refusal?.field === "to" ? text(refusal) : null;
  return (
    <Stack>
      {aboutOffice === null && <RefusalNotice refusal={refusal} />}
      <Text>
        <Name {...member} /> <span className="numerals">{member.number}</span>
        {` · ${officeName(member.office)}`}
      </Text>
      <Select
        label={t("transfer.to")}
        data={offices.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        value={to}
        onChange={setTo}
        error={aboutOffice}
        allowDeselect={false}
        required
        data-autofocus
      />
      <List size="sm" spacing={4}>
        <List.Item>{t("transfer.goes")}</List.Item>
        <List.Item>{t("transfer.stays", { office: officeName(member.office) })}</List.Item>
        <List.Item>{t("transfer.learn")}</List.Item>
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button disabled={to === null} loading={pending} onClick={() => to !== null && void decide(to)}>
          {t("transfer.go")}
        </Button>
      </Group>
    </Stack>
  );
}
