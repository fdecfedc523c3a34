import { SegmentedControl, Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Tenant } from "../../../../../src/contract/rentalViews.ts";
import { showPhone } from "../../../../../src/domain/phone.ts";
import { usePreferences } from "../../../../lib/preferences.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import type { LeaseFormType } from "./leaseForm.ts";
import { TenantFields } from "./TenantFields.tsx";

interface TenantPanelProps {
  readonly form: LeaseFormType;
  readonly tenants: readonly Tenant[];
}

/** Somebody who rents already, or somebody new. */
export function TenantPanel({ form, tenants }: TenantPanelProps) {
  const { t } = useTranslation("rental");
  const { who, tenant } = form.values;
  const said = (error: unknown) => (typeof error === "string" ? error : null);
  return (
    <Panel title={t("form.tenant")}>
      <Stack gap="sm">
        {tenants.length > 0 && (
          <SegmentedControl
            aria-label={t("form.tenant")}
            style={{ alignSelf: "flex-start" }}
            data={[
              { value: "new", label: t("form.fresh") },
              { value: "known", label: t("form.known") },
            ]}
            value={who}
            onChange={(next) => form.setFieldValue("who", next === "known" ? "known" : "new")}
          />
        )}
        {who === "known" ? (
          <KnownTenant form={form} tenants={tenants} />
        ) : (
          <TenantFields
            value={tenant}
            onChange={(part) => {
              for (const field of Object.keys(part)) form.clearFieldError(`tenant.${field}`);
              form.setFieldValue("tenant", { ...tenant, ...part });
            }}
            errorAt={(field) => said(form.errors[`tenant.${field}`])}
          />
        )}
      </Stack>
    </Panel>
  );
}

function KnownTenant({ form, tenants }: TenantPanelProps) {
  const { t } = useTranslation("rental");
  const { discreet } = usePreferences();
  // While the screen is discreet a list of names would show all of them: the last digits tell them apart.
  const shown = ({ name, phone }: Tenant) =>
    discreet
      ? `${name.slice(0, 1)}•••• ${phone.slice(-2)}`
      : [name, phone && showPhone(phone)].filter(Boolean).join(" · ");
  return (
    <Select
      label={t("form.which")}
      placeholder={t("form.whichHint")}
      data={tenants.map((tenant) => ({ value: tenant.id, label: shown(tenant) }))}
      nothingFoundMessage={t("form.nobody")}
      searchable
      required
      allowDeselect={false}
      {...form.getInputProps("tenantId")}
    />
  );
}
