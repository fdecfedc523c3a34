import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../src/contract/results.ts";
import { Dialog } from "./Dialog.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";

interface FormDialogProps {
  readonly title: string;
  readonly size?: string;
  /** The verb on its button; "save" when left out. */
  readonly submit?: string;
  /** Warm for what ends or gives up something. */
  readonly tone?: "plain" | "attention";
  readonly disabled?: boolean;
  /** Little is lost where a click beside it leaves it too. */
  readonly closeOnClickOutside?: boolean;
  /** Sends what was typed, once. */
  readonly sending: {
    readonly go: () => void;
    readonly pending: boolean;
    readonly refusal: Refusal | null;
  };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form over the page: Enter sends it, Escape leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { title, size = "lg", submit, tone = "plain", disabled = false, closeOnClickOutside = false } = props;
  const { sending, onClose, children } = props;
  const { t } = useTranslation("common");
  return (
    <Dialog opened onClose={onClose} title={title} size={size} closeOnClickOutside={closeOnClickOutside}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) sending.go();
        }}
      >
        <Stack>
          <RefusalNotice refusal={sending.refusal} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button
              type="submit"
              loading={sending.pending}
              disabled={disabled}
              {...(tone === "attention" ? { color: "ochre" } : {})}
            >
              {submit ?? t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
