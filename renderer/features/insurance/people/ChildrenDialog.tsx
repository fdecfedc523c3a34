import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { ChildrenFields } from "./ChildrenFields.tsx";
import { readChildren, typeChild } from "./people.ts";

interface ChildrenDialogProps {
  readonly file: PolicyFile;
  readonly onClose: () => void;
}

/** Which children the policy insures. */
export function ChildrenDialog({ file, onClose }: ChildrenDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const [typed, setTyped] = useState(() => file.children.map(typeChild));
  const [checked, setChecked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = useTell("insurance.saveChildren");
  const go = async () => {
    setChecked(true);
    const children = readChildren(typed, todayNow());
    if (children === null) return;
    const result = await save.tell({ policyId: file.policy.id, children });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t("children.title")} size="lg">
      <Stack>
        <RefusalNotice refusal={refusal} />
        <ChildrenFields value={typed} onChange={(next) => setTyped([...next])} checked={checked} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button onClick={() => void go()} loading={save.pending}>
            {t("common:save")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
