import { ActionIcon, Button, NumberInput, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Premises } from "../../../../../src/contract/rentalViews.ts";
import { showFrancs } from "../../../../lib/format.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import { type LeaseFormType, sharesLeft } from "./leaseForm.ts";
import classes from "./Sign.module.css";

interface PremisesPanelProps {
  readonly form: LeaseFormType;
  readonly premises: readonly Premises[];
}

/** What is let: one of the premises, or several with the share of the rent that stands for each. */
export function PremisesPanel({ form, premises }: PremisesPanelProps) {
  const { t } = useTranslation("rental");
  const { premises: chosen } = form.values;
  const error = form.errors.premises;
  return (
    <Panel title={t("form.premises")}>
      {chosen.map((line, place) => (
        <PremisesLine
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place alone
          key={place}
          place={place}
          form={form}
          premises={premises.filter(
            ({ id }) => id === line.premisesId || !chosen.some((other) => other.premisesId === id),
          )}
        />
      ))}
      <SharesNote form={form} />
      {error && <div className={classes.wrong}>{error}</div>}
      {chosen.length < premises.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem("premises", { premisesId: null, share: "" })}
        >
          {t("form.addPremises")}
        </Button>
      )}
    </Panel>
  );
}

function SharesNote({ form }: { readonly form: LeaseFormType }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const left = sharesLeft(form.values);
  if (left === null) return null;
  const amount = showFrancs(Math.abs(left), language);
  return (
    <p className={left === 0 ? classes.soft : classes.wrong} aria-live="polite">
      {left === 0 ? t("form.sharesRight") : t(left > 0 ? "form.sharesLeft" : "form.sharesOver", { amount })}
    </p>
  );
}

interface PremisesLineProps extends PremisesPanelProps {
  readonly place: number;
}

function PremisesLine({ place, form, premises }: PremisesLineProps) {
  const { t } = useTranslation("rental");
  const several = form.values.premises.length > 1;
  const removeLook = place === 0 ? classes.removeHeaded : undefined;
  return (
    <div className={several ? classes.premises : undefined}>
      <Select
        label={place === 0 ? t("form.whichPremises") : undefined}
        aria-label={place === 0 ? undefined : t("form.whichPremisesOf", { place: place + 1 })}
        data={premises.map((one) => ({
          value: one.id,
          label: premisesLabel(one, t("form.free"), t("form.taken")),
        }))}
        nothingFoundMessage={t("form.noPremises")}
        searchable
        required={place === 0}
        allowDeselect={false}
        {...form.getInputProps(`premises.${place}.premisesId`)}
      />
      {several && (
        <NumberInput
          label={place === 0 ? t("form.share") : undefined}
          aria-label={t("form.shareOf", { place: place + 1 })}
          {...FRANCS}
          {...form.getInputProps(`premises.${place}.share`)}
        />
      )}
      {several && (
        <ActionIcon
          variant="subtle"
          size={36}
          className={removeLook ?? ""}
          aria-label={t("form.removePremises", { place: place + 1 })}
          onClick={() => form.removeListItem("premises", place)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </div>
  );
}

/** `B-03 · libre`: one that is let can be let again from its end on. */
function premisesLabel({ code, state }: Premises, free: string, taken: string): string {
  return `${code} · ${state === "vacant" ? free : taken}`;
}
