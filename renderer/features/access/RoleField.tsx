import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { HEADQUARTERS_ROLES, Role } from "../../../src/contract/permissions.ts";
import { useOfficeIdentity } from "../../lib/useSession.ts";

interface RoleFieldProps {
  readonly value?: Role;
  readonly onChange?: (role: Role) => void;
  readonly error?: ReactNode;
}

/** A role that this office knows, with what it may do in a few words. */
export function RoleField({ value, onChange, error }: RoleFieldProps) {
  const { t } = useTranslation(["access", "common"]);
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const roles = Role.options.filter((role) => headquarters || !HEADQUARTERS_ROLES.includes(role));
  return (
    <Select
      label={t("access:users.role")}
      description={value && t(`access:roleMay.${value}`)}
      inputWrapperOrder={["label", "input", "description", "error"]}
      allowDeselect={false}
      data={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
      value={value ?? null}
      error={error}
      onChange={(role) => role && onChange?.(role)}
    />
  );
}
