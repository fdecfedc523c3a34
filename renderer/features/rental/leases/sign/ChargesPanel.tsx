import { NumberInput, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Fields } from "../../../../ui/Fields.tsx";
import { FRANCS, PERCENT, WHOLE } from "../../../../ui/numberFields.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import type { LeaseFormType } from "./leaseForm.ts";
import classes from "./Sign.module.css";

const CHARGES = ["none", "fixed", "meter"] as const;
const PENALTIES = ["none", "fixed", "percent"] as const;

/** What comes on top of the rent: charges, and a penalty where one is agreed. */
export function ChargesPanel({ form }: { readonly form: LeaseFormType }) {
  const { t } = useTranslation("rental");
  return (
    <>
      <Panel title={t("form.charges")}>
        <SegmentedControl
          className={classes.kinds ?? ""}
          aria-label={t("form.charges")}
          data={CHARGES.map((kind) => ({ value: kind, label: t(`form.chargesKinds.${kind}`) }))}
          {...form.getInputProps("chargesKind")}
        />
        <ChargesFields form={form} />
      </Panel>
      <Panel title={t("form.penalty")}>
        <SegmentedControl
          className={classes.kinds ?? ""}
          aria-label={t("form.penalty")}
          data={PENALTIES.map((kind) => ({ value: kind, label: t(`form.penaltyKinds.${kind}`) }))}
          {...form.getInputProps("penaltyKind")}
        />
        <PenaltyFields form={form} />
      </Panel>
    </>
  );
}

function ChargesFields({ form }: { readonly form: LeaseFormType }) {
  const { t } = useTranslation("rental");
  const { chargesKind } = form.values;
  if (chargesKind === "none") return null;
  if (chargesKind === "fixed") {
    return (
      <Fields columns={3}>
        <NumberInput
          label={t("form.chargesAmount")}
          required
          {...FRANCS}
          {...form.getInputProps("charges.amount")}
        />
      </Fields>
    );
  }
  return (
    <Fields columns={3}>
      <NumberInput
        label={t("form.waterPrice")}
        description={t("form.priceHint")}
        {...FRANCS}
        {...form.getInputProps("charges.water")}
      />
      <NumberInput
        label={t("form.powerPrice")}
        description={t("form.priceHint")}
        {...FRANCS}
        {...form.getInputProps("charges.power")}
      />
    </Fields>
  );
}

function PenaltyFields({ form }: { readonly form: LeaseFormType }) {
  const { t } = useTranslation("rental");
  const { penaltyKind } = form.values;
  if (penaltyKind === "none") return null;
  return (
    <Fields columns={3}>
      {penaltyKind === "fixed" ? (
        <NumberInput
          label={t("form.penaltyAmount")}
          required
          {...FRANCS}
          {...form.getInputProps("penalty.amount")}
        />
      ) : (
        <NumberInput
          label={t("form.penaltyPercent")}
          required
          {...PERCENT}
          {...form.getInputProps("penalty.percent")}
        />
      )}
      <NumberInput
        label={t("form.graceDays")}
        required
        {...WHOLE}
        max={180}
        {...form.getInputProps("penalty.graceDays")}
      />
    </Fields>
  );
}
