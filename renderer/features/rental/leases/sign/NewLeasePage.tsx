import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Id } from "../../../../../src/contract/primitives.ts";
import type { Premises, Tenant } from "../../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../../lib/calls.ts";
import { newId } from "../../../../lib/newId.ts";
import { Asked } from "../../../../ui/Asked.tsx";
import { Page } from "../../../../ui/Page.tsx";
import { RefusalNotice } from "../../../../ui/RefusalNotice.tsx";
import { ChargesPanel } from "./ChargesPanel.tsx";
import { emptyLease } from "./leaseForm.ts";
import { PremisesPanel } from "./PremisesPanel.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { RentPanel } from "./RentPanel.tsx";
import classes from "./Sign.module.css";
import { TenantPanel } from "./TenantPanel.tsx";
import { useLeaseForm } from "./useLeaseForm.ts";

/** A new lease, all on one page: who, what, how long, how much; beside it what will be asked for and when. */
export function NewLeasePage() {
  const { t } = useTranslation("rental");
  const [address] = useSearchParams();
  const premisesId = address.get("premises");
  const premises = useAsk("rental.premises", { withRetired: false });
  const tenants = useAsk("rental.tenants", { text: "" });
  const [round, setRound] = useState(0);
  return (
    <Page
      wide
      title={t("form.title")}
      subtitle={t("form.subtitle")}
      back={{ to: premisesId ? `/rental/premises/${premisesId}` : "/rental/leases", label: t("title") }}
    >
      <Asked of={premises}>
        {(all) => (
          <Asked of={tenants}>
            {(known) => (
              <LeaseForm
                key={`${premisesId} ${round}`}
                premisesId={premisesId}
                premises={all}
                tenants={known}
                onStartOver={() => setRound(round + 1)}
              />
            )}
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

interface LeaseFormProps {
  readonly premisesId: Id | null;
  readonly premises: readonly Premises[];
  readonly tenants: readonly Tenant[];
  readonly onStartOver: () => void;
}

function LeaseForm({ premisesId, premises, tenants, onStartOver }: LeaseFormProps) {
  const { t } = useTranslation(["rental", "common"]);
  const chosen = premises.find(({ id }) => id === premisesId);
  const [initial] = useState(() =>
    emptyLease({
      id: newId(),
      newTenantId: newId(),
      premisesId: chosen?.id ?? null,
      guideRent: chosen?.guideRent ?? 0,
      who: "new",
    }),
  );
  const lease = useLeaseForm(`rental.lease.new.${premisesId ?? ""}`, initial);
  const { form, go, refusal, pending, discard, restored, today } = lease;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div className={classes.columns}>
        <Stack gap="md">
          {restored && (
            <Restored
              onStartOver={() => {
                discard();
                onStartOver();
              }}
            />
          )}
          <TenantPanel form={form} tenants={tenants} />
          <PremisesPanel form={form} premises={premises} />
          <RentPanel form={form} />
          <ChargesPanel form={form} />
        </Stack>
        <Stack gap="md" className={classes.beside}>
          <PreviewPanel values={form.values} today={today} />
          <RefusalNotice refusal={refusal} />
          <Button type="submit" size="md" loading={pending}>
            {t("form.go")}
          </Button>
          <Button component={Link} to="/rental" variant="default" onClick={discard}>
            {t("common:cancel")}
          </Button>
        </Stack>
      </div>
    </form>
  );
}

function Restored({ onStartOver }: { readonly onStartOver: () => void }) {
  const { t } = useTranslation("common");
  return (
    <Text size="sm">
      {t("unsavedKept")}{" "}
      <Anchor component="button" type="button" size="sm" onClick={onStartOver}>
        {t("startOver")}
      </Anchor>
    </Text>
  );
}
