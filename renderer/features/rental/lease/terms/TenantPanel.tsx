import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TenantDetails } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showPhone } from "../../../../../src/domain/phone.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { Fact, Facts } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { Private } from "../../../../ui/Name.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { TenantFields } from "../../leases/sign/TenantFields.tsx";
import { TenantName } from "../../TenantName.tsx";
import { useSending } from "../../useSending.ts";

/** Who rents, how to reach her, who stands surety. */
export function TenantPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation(["rental", "common"]);
  const [editing, setEditing] = useState(false);
  const mayEdit = useMayHere("rental.manage", file.office);
  const { tenant } = file;
  return (
    <Panel
      title={t("terms.tenant")}
      action={
        mayEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("terms.editTenant")}
            style={{ flex: "none" }}
            onClick={() => setEditing(true)}
          >
            {t("common:edit")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={t("form.name")}>
          <TenantName name={tenant.name} />
        </Fact>
        <Fact name={t("form.phone")}>
          <Phone of={tenant.phone} />
        </Fact>
        <Fact name={t("terms.paper")}>
          <PaperOf tenant={tenant} />
        </Fact>
        <Fact name={t("terms.guarantor")}>
          {tenant.guarantorName === "" ? "—" : <Private>{tenant.guarantorName}</Private>}
        </Fact>
        <Fact name={t("form.guarantorPhone")}>
          <Phone of={tenant.guarantorPhone} />
        </Fact>
        {tenant.notes !== "" && (
          <Fact name={t("terms.notes")}>
            <Private>{tenant.notes}</Private>
          </Fact>
        )}
      </Facts>
      {editing && <TenantDialog file={file} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function Phone({ of }: { readonly of: string }) {
  return of === "" ? "—" : <Private>{showPhone(of)}</Private>;
}

function PaperOf({ tenant }: { readonly tenant: TenantDetails }) {
  const { t } = useTranslation("rental");
  const { paperKind, paperNumber } = tenant;
  if (paperKind === null && paperNumber === "") return "—";
  return (
    <>
      {paperKind !== null && `${t(`papers.${paperKind}`)} `}
      <Private>{paperNumber}</Private>
    </>
  );
}

interface TenantDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

const FIELDS = ["name", "phone", "paperKind", "paperNumber", "guarantorName", "guarantorPhone", "notes"];

function TenantDialog({ file, onClose }: TenantDialogProps) {
  const { t } = useTranslation(["rental", "common"]);
  const notice = useNotice();
  const [details, setDetails] = useState<TenantDetails>(file.tenant);
  const sending = useSending("saveTenant", {
    fields: FIELDS,
    input: () => ({ id: file.tenantId, details }),
    onDone: () => {
      notice(t("tenant.saved"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("tenant.title")}
      size="xl"
      submit={t("common:save")}
      sending={sending}
      onClose={onClose}
    >
      <TenantFields
        value={details}
        onChange={(part) => setDetails((before) => ({ ...before, ...part }))}
        errorAt={sending.errorAt}
      />
    </FormDialog>
  );
}
