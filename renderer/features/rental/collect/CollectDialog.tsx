import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Collected } from "./Collected.tsx";
import { CollectForm } from "./CollectForm.tsx";
import { proposedAmount } from "./preview.ts";

export interface CollectDialogProps {
  readonly leaseId: Id;
  /** Francs that the amount stands at; left out for what is late, or comes next. */
  readonly proposed?: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Right after it was taken, before the papers are offered: who closes it then goes on without them. */
  readonly onDone: (paid: OutputOf<"rental.recordPayment">) => void;
}

/** Takes what a tenant pays: the amount, what it pays, how; then the receipt and the quittances. */
export function CollectDialog({ leaseId, proposed, opened, onClose, onDone }: CollectDialogProps) {
  const { t } = useTranslation("rental");
  return (
    // The second click of a double click falls beside the shorter last step: the papers stay.
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("collect.title")}
      size="xl"
      closeOnClickOutside={false}
    >
      {opened && (
        <Steps
          key={leaseId}
          leaseId={leaseId}
          {...(proposed === undefined ? {} : { proposed })}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}

function Steps({ leaseId, proposed, onClose, onDone }: Omit<CollectDialogProps, "opened">) {
  const file = useAsk("rental.lease", { id: leaseId });
  const [paid, setPaid] = useState<OutputOf<"rental.recordPayment"> | null>(null);
  const done = (answer: OutputOf<"rental.recordPayment">) => {
    setPaid(answer);
    onDone(answer);
  };
  if (paid !== null) return <Collected paid={paid} onClose={onClose} />;
  return (
    <Asked of={file}>
      {(found) => (
        <CollectForm
          file={found}
          proposed={proposed ?? proposedAmount(found)}
          onDone={done}
          onClose={onClose}
        />
      )}
    </Asked>
  );
}
