import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OfficeScope } from "../../src/contract/primitives.ts";
import { useOffices } from "../lib/offices.ts";
import { useOfficeIdentity } from "../lib/useSession.ts";

interface OfficeFilterProps {
  /** Undefined for this office's own list. */
  readonly value: OfficeScope | undefined;
  readonly onChange: (office: OfficeScope | undefined) => void;
}

/** Whose list it is: this office's, all of them, or one. Nothing at an antenna, which has its own only. */
export function OfficeFilter({ value, onChange }: OfficeFilterProps) {
  const { t } = useTranslation("membership");
  const own = useOfficeIdentity();
  const offices = useOffices().filter((office) => !office.own);
  if (!own?.headquarters || offices.length === 0) return null;
  return (
    <Select
      aria-label={t("offices.label")}
      data={[
        { value: own.code, label: t("offices.own", { code: own.code }) },
        { value: "all", label: t("offices.all") },
        ...offices.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
      ]}
      value={value ?? own.code}
      onChange={(chosen) => onChange(chosen === own.code ? undefined : OfficeScope.parse(chosen))}
      allowDeselect={false}
      w={230}
    />
  );
}

/** Reads `?office=KTL` or `?office=all`; the own office is the list as it usually is. */
export function readOffice(address: URLSearchParams, own: string | undefined): OfficeScope | undefined {
  const read = OfficeScope.safeParse(address.get("office"));
  return read.success && read.data !== own ? read.data : undefined;
}
