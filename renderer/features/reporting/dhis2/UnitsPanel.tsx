import { useTranslation } from "react-i18next";
import { useOfficeName } from "../../../lib/offices.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Dhis2.module.css";
import { UidField } from "./UidField.tsx";
import type { MappingFormType } from "./useMapping.ts";

/** Which organisation unit each office is; one without is left out of the file. */
export function UnitsPanel({ form }: { readonly form: MappingFormType }) {
  const { t } = useTranslation("reports");
  const officeName = useOfficeName();
  return (
    <Panel title={t("dhis2.units")} text={t("dhis2.unitsText")}>
      <div className={classes.units}>
        {form.values.orgUnits.map(({ office, orgUnit }, at) => (
          <UidField
            key={office}
            label={officeName(office)}
            value={orgUnit}
            onChange={(text) => form.setFieldValue(`orgUnits.${at}.orgUnit`, text)}
          />
        ))}
      </div>
    </Panel>
  );
}
