import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import type { MemberTabProps } from "../../../lib/memberTab.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "../booklet/Booklet.module.css";
import { CheckupFields, PLACED } from "../booklet/CheckupFields.tsx";
import { useCheckupEntry } from "../booklet/useCheckupEntry.ts";

type Checkup = OutputOf<"insurance.memberCheckups">[number];

/** Her health booklet: stamps by day, and the attestation that spares her a fine. */
export function BookletTab({ member, elsewhere }: MemberTabProps) {
  const { t } = useTranslation("insurance");
  const checkups = useAsk("insurance.memberCheckups", { memberId: member.id });
  const mayWrite = useMay("checkups.write") && !elsewhere;
  const [adding, setAdding] = useState(false);
  return (
    <Stack>
      <Group>
        {mayWrite && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t("booklet.add")}
          </Button>
        )}
        {!elsewhere && (
          <PrintButton
            operation="insurance.printAttestation"
            input={{ memberId: member.id }}
            label={t("booklet.attestation")}
          />
        )}
      </Group>
      <Asked of={checkups}>{(found) => <CheckupTable checkups={found} mayVoid={mayWrite} />}</Asked>
      {adding && <AddDialog memberId={member.id} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface CheckupTableProps {
  readonly checkups: readonly Checkup[];
  readonly mayVoid: boolean;
}

function CheckupTable({ checkups, mayVoid }: CheckupTableProps) {
  const { t } = useTranslation("insurance");
  const [voiding, setVoiding] = useState<Checkup | null>(null);
  if (checkups.length === 0) return <Text c="dimmed">{t("booklet.none")}</Text>;
  const newestFirst = checkups.toSorted((a, b) => b.doneOn.localeCompare(a.doneOn));
  return (
    <>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("booklet.doneOn")}</Table.Th>
            <Table.Th>{t("booklet.facility")}</Table.Th>
            <Table.Th>{t("booklet.stamp")}</Table.Th>
            {mayVoid && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestFirst.map((checkup) => (
            <Table.Tr key={checkup.id}>
              <Table.Td>
                <Day iso={checkup.doneOn} />
              </Table.Td>
              <Table.Td>{checkup.facility || "—"}</Table.Td>
              <Table.Td className="numerals">{checkup.stamp || "—"}</Table.Td>
              {mayVoid && (
                <Table.Td ta="right">
                  <Button variant="subtle" size="compact-sm" onClick={() => setVoiding(checkup)}>
                    {t("booklet.void")}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {voiding && <VoidDialog checkup={voiding} onClose={() => setVoiding(null)} />}
    </>
  );
}

interface VoidDialogProps {
  readonly checkup: Checkup;
  readonly onClose: () => void;
}

function VoidDialog({ checkup, onClose }: VoidDialogProps) {
  const { t } = useTranslation("insurance");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.voidCheckup");
  const go = async () => {
    const result = await tell({ id: checkup.id });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t("booklet.voidTitle")}
      confirm={t("booklet.void")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <RefusalNotice refusal={refusal} />
      <Text size="sm">
        {t("booklet.voidText")} <Day iso={checkup.doneOn} />
      </Text>
    </ConfirmDialog>
  );
}

interface AddDialogProps {
  readonly memberId: Id;
  readonly onClose: () => void;
}

function AddDialog({ memberId, onClose }: AddDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const entry = useCheckupEntry(onClose);
  const isPlaced = entry.refusal?.field !== undefined && PLACED.includes(entry.refusal.field);
  return (
    <Dialog opened onClose={onClose} title={t("booklet.add")} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void entry.record(memberId);
        }}
      >
        <Stack>
          <RefusalNotice refusal={isPlaced ? null : entry.refusal} />
          <div className={classes.fields}>
            <CheckupFields entry={entry} />
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={entry.pending}>
              {t("booklet.record")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
