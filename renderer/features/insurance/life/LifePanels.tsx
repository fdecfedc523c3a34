import { Stack } from "@mantine/core";
import { useState } from "react";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { AccountPanel } from "./AccountPanel.tsx";
import { ExitsPanel } from "./ExitsPanel.tsx";
import { QuotesPanel } from "./QuotesPanel.tsx";
import { RequestExitDialog } from "./RequestExitDialog.tsx";

interface LifePanelsProps {
  readonly policyId: Id;
  readonly elsewhere: boolean;
}

/** Her own account in the life fund: what is in it, what she would get, and the way out. */
export function LifePanels({ policyId, elsewhere }: LifePanelsProps) {
  const account = useAsk("insurance.lifeAccount", { id: policyId });
  const [requested, setRequested] = useState<LifeAccount["quotes"][number] | null>(null);
  return (
    <Asked of={account}>
      {(found) => (
        <Stack gap="lg">
          {found.exits.length > 0 && <ExitsPanel account={found} elsewhere={elsewhere} />}
          {!found.exits.some(({ state }) => state === "paid") && (
            <QuotesPanel account={found} elsewhere={elsewhere} onRequest={setRequested} />
          )}
          <AccountPanel account={found} />
          {requested && (
            <RequestExitDialog policyId={policyId} quote={requested} onClose={() => setRequested(null)} />
          )}
        </Stack>
      )}
    </Asked>
  );
}
