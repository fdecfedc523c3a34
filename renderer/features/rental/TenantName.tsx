import { useTranslation } from "react-i18next";
import { Name } from "../../ui/Name.tsx";

/** A tenant's name, masked while the screen is discreet; said to be missing where this person may not read it. */
export function TenantName({ name }: { readonly name: string }) {
  const { t } = useTranslation("rental");
  if (name === "") return <span style={{ color: "var(--ink-soft)" }}>{t("lease.noName")}</span>;
  return <Name surname={name} firstNames="" />;
}
