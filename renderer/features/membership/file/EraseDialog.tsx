import { Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { readMemberNumber } from "../../../../src/domain/membership/memberNumber.ts";
import { useTell } from "../../../lib/calls.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface EraseDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Erases her values for good, at her request: says what goes and what stays, and asks for her number. */
export function EraseDialog({ opened, member, onClose }: EraseDialogProps) {
  const { t } = useTranslation("membership");
  const text = useRefusalText();
  const [number, setNumber] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const erase = useTell("membership.eraseMember");
  const typed = readMemberNumber(number);
  const go = async () => {
    const result = await erase.tell({ id: member.id, number: typed ?? member.number });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  const aboutNumber = refusal?.field === "number" ? text(refusal) : null;
  return (
    <ConfirmDialog
      opened={opened}
      title={t("erase.title")}
      confirm={t("erase.confirm")}
      pending={erase.pending}
      disabled={typed === null}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        {aboutNumber === null && <RefusalNotice refusal={refusal} />}
        <Text size="sm">{t("erase.goes")}</Text>
        <Text size="sm">{t("erase.stays")}</Text>
        <Text size="sm">{t("erase.copies")}</Text>
        <TextInput
          label={t("erase.number", { number: member.number })}
          required
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={aboutNumber}
        />
      </Stack>
    </ConfirmDialog>
  );
}
