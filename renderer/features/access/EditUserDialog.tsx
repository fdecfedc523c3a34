import { Button, Group, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../src/contract/access.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { applyRefusal, useRefusalText } from "../../lib/refusals.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { RoleField } from "./RoleField.tsx";

interface EditUserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** Name, role, and whether she may still sign in. */
export function EditUserDialog({ user, onClose }: EditUserDialogProps) {
  const { t } = useTranslation(["access", "common"]);
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const update = useTell("access.updateUser");
  const form = useForm({ initialValues: { name: user.name, role: user.role, active: user.active } });

  async function send(values: typeof form.values): Promise<void> {
    const result = await update.tell({ id: user.id, ...values });
    setRefusal(applyRefusal(form, result, text));
    if (result.ok) onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t("access:users.editWho", { login: user.login })}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack>
          <TextInput label={t("access:users.name")} data-autofocus {...form.getInputProps("name")} />
          <RoleField {...form.getInputProps("role")} />
          <Switch
            label={t("access:users.active")}
            description={t("access:users.activeHint")}
            {...form.getInputProps("active", { type: "checkbox" })}
          />
          <RefusalNotice refusal={refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={update.pending}>
              {t("common:save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
