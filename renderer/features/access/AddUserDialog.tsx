import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewPerson } from "../../../src/contract/office.ts";
import type { Role } from "../../../src/contract/permissions.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { newId } from "../../lib/newId.ts";
import { applyRefusal, errorsBy, useRefusalText } from "../../lib/refusals.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { NewPassphraseField } from "../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { RoleField } from "./RoleField.tsx";

interface NewUser extends Record<string, unknown> {
  name: string;
  login: string;
  role: Role;
  passphrase: string;
}

/** A person who may sign in from now on, with a first passphrase that she changes herself. */
export function AddUserDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(["access", "common"]);
  const { form, refusal, send, pending } = useAddUser(onClose);
  return (
    <Dialog opened onClose={onClose} title={t("access:users.add")}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack>
          <TextInput label={t("access:users.name")} data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label={t("access:users.login")}
            description={t("access:users.loginHint")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps("login")}
          />
          <RoleField {...form.getInputProps("role")} />
          <NewPassphraseField
            label={t("access:users.firstPassphrase")}
            about={[form.values.name, form.values.login]}
            {...form.getInputProps("passphrase")}
          />
          <RefusalNotice refusal={refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {t("common:add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function useAddUser(onDone: () => void) {
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [id] = useState(newId);
  const add = useTell("access.addUser", { invalidates: ["access"] });
  const byContract = errorsBy<{ name: string; login: string; role: Role }>(NewPerson, text);
  const form = useForm<NewUser>({
    initialValues: { name: "", login: "", role: "secretary", passphrase: "" },
    validate: ({ name, login, role, passphrase }) => {
      const errors = byContract({ name, login, role });
      if (errors.login) errors.login = text({ code: "access.loginInvalid" });
      if (passphrase === "") errors.passphrase = text({ code: "request.required" });
      return errors;
    },
  });
  async function send(values: NewUser): Promise<void> {
    const { name, login, role, passphrase } = values;
    const result = await add.tell({ id, name, login, role, passphrase });
    setRefusal(applyRefusal(form, result, text));
    if (result.ok) onDone();
  }
  return { form, refusal, send, pending: add.pending };
}
