import { useTranslation } from "react-i18next";
import { FIXED_HOLIDAYS } from "../../../../src/domain/literacy/holidays.ts";

/** A holiday's name: of those of every year the catalogue's, of the others as it was written. */
export function useHolidayName(): (name: string) => string {
  const { t } = useTranslation("literacy");
  return (name) => {
    const fixed = FIXED_HOLIDAYS.find((one) => one === name);
    return fixed === undefined ? name : t(`holidays.names.${fixed}`);
  };
}
