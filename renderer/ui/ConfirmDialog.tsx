import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog.tsx";

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and cannot be undone. */
  readonly children: ReactNode;
  /** The verb on the button: "Effacer la fiche". */
  readonly confirm: string;
  /** The way back in its own words, where « Annuler » could be taken for the deed. */
  readonly keep?: string;
  readonly pending?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Only for what cannot be undone. The safe button has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation("common");
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} centered>
      <Stack>
        <div>{props.children}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {props.keep ?? t("cancel")}
          </Button>
          <Button
            color="ochre"
            loading={props.pending ?? false}
            disabled={props.disabled ?? false}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
