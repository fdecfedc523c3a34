import { Button, Group, Stack } from "@mantine/core";
import type { FormEventHandler, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../src/contract/results.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";

interface FormDialogProps {
  readonly title: ReactNode;
  readonly size?: string;
  /** The verb on its button. */
  readonly action: string;
  /** Warm for what ends something. */
  readonly tone?: "plain" | "attention";
  readonly disabled?: boolean;
  /** What `useSaving` gave. */
  readonly saving: {
    readonly submit: FormEventHandler<HTMLFormElement>;
    readonly pending: boolean;
    readonly refusal: Refusal | null;
  };
  /** The way out, where there is nothing to give up any more. */
  readonly cancel?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form over the page: Enter sends it, Escape leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = "md", action, tone = "plain", disabled = false, saving, onClose } = props;
  const { t } = useTranslation("common");
  return (
    <Dialog opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form onSubmit={saving.submit} noValidate>
        <Stack>
          <RefusalNotice refusal={saving.refusal} />
          {props.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {props.cancel ?? t("cancel")}
            </Button>
            <Button
              type="submit"
              loading={saving.pending}
              disabled={disabled}
              {...(tone === "attention" ? { color: "ochre" } : {})}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
