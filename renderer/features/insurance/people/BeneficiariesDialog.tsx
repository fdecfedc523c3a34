import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { BeneficiaryFields } from "./BeneficiaryFields.tsx";
import { readBeneficiaries, type TypedBeneficiary } from "./people.ts";
import { sharesRefusal } from "./sharesRefusal.ts";

interface BeneficiariesDialogProps {
  readonly file: PolicyFile;
  readonly onClose: () => void;
}

/** Who is paid on her death. */
export function BeneficiariesDialog({ file, onClose }: BeneficiariesDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const [typed, setTyped] = useState<readonly TypedBeneficiary[]>(file.beneficiaries);
  const [checked, setChecked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = useTell("insurance.saveBeneficiaries");
  const go = async () => {
    setChecked(true);
    const beneficiaries = readBeneficiaries(typed);
    if (beneficiaries === null) return setRefusal(sharesRefusal(typed));
    const result = await save.tell({ policyId: file.policy.id, beneficiaries });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t("beneficiaries.title")} size="xl">
      <Stack>
        <RefusalNotice refusal={refusal} />
        <BeneficiaryFields value={typed} onChange={setTyped} checked={checked} />
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
