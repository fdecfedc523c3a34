import { ActionIcon, Button, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CareCategory } from "../../../../src/contract/insuranceTerms.ts";
import { FRANCS, PERCENT } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Plans.module.css";
import type { PlanFormType } from "./planForm.ts";

interface FacilitiesPanelProps {
  readonly form: PlanFormType;
  readonly readOnly: boolean;
}

const PATH = "terms.facilities";

/** Facilities under agreement, each with its rate and its prices. */
export function FacilitiesPanel({ form, readOnly }: FacilitiesPanelProps) {
  const { t } = useTranslation("insurance");
  const { facilities } = form.values.terms;
  return (
    <Panel title={t("facilities.title")} text={t("facilities.text")}>
      {facilities.length === 0 && <Text c="dimmed">{t("facilities.none")}</Text>}
      {facilities.map((_facility, index) => (
        // A line has no identity but its place: nothing in it but its fields holds state.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Facility key={index} form={form} index={index} readOnly={readOnly} />
      ))}
      {form.errors[PATH] && (
        <Text c="ochre" size="sm" role="alert">
          {form.errors[PATH]}
        </Text>
      )}
      {!readOnly && (
        <Button
          mt="sm"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem(PATH, { code: "", name: "", rate: "", prices: [] })}
        >
          {t("facilities.add")}
        </Button>
      )}
    </Panel>
  );
}

interface FacilityProps extends FacilitiesPanelProps {
  readonly index: number;
}

function Facility({ form, index, readOnly }: FacilityProps) {
  const { t } = useTranslation("insurance");
  const [open, setOpen] = useState(false);
  const path = `${PATH}.${index}`;
  const place = index + 1;
  const count = form.values.terms.facilities[index]?.prices.length ?? 0;
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.facility} aria-label={t("facilities.place", { place })}>
      <div className={classes.facilityLine}>
        <TextInput label={t("facilities.code")} maxLength={20} {...form.getInputProps(`${path}.code`)} />
        <TextInput label={t("facilities.name")} maxLength={80} {...form.getInputProps(`${path}.name`)} />
        <NumberInput label={t("facilities.rate")} {...PERCENT} {...form.getInputProps(`${path}.rate`)} />
        {!readOnly && (
          <ActionIcon
            mb={2}
            aria-label={t("facilities.remove", { place })}
            onClick={() => form.removeListItem(PATH, index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </div>
      {/* Looking at the prices is no change: it works where the fields are closed, too. */}
      <Button
        component="a"
        href="#"
        role="button"
        mt="xs"
        variant="subtle"
        size="compact-sm"
        aria-expanded={open}
        leftSection={<Arrow size={16} aria-hidden />}
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
      >
        {t("facilities.prices", { count })}
      </Button>
      {open && <Prices form={form} index={index} readOnly={readOnly} />}
    </section>
  );
}

function Prices({ form, index, readOnly }: FacilityProps) {
  const { t } = useTranslation("insurance");
  const path = `${PATH}.${index}.prices`;
  const prices = form.values.terms.facilities[index]?.prices ?? [];
  const categories = CareCategory.options.map((value) => ({ value, label: t(`categories.${value}`) }));
  return (
    <div className={classes.prices}>
      {prices.map((_price, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={at} className={classes.price}>
          <TextInput
            aria-label={t("facilities.actOf", { place: at + 1 })}
            placeholder={t("facilities.act")}
            maxLength={20}
            {...form.getInputProps(`${path}.${at}.act`)}
          />
          <Select
            aria-label={t("facilities.categoryOf", { place: at + 1 })}
            data={categories}
            allowDeselect={false}
            {...form.getInputProps(`${path}.${at}.category`)}
          />
          <NumberInput
            aria-label={t("facilities.priceOf", { place: at + 1 })}
            {...FRANCS}
            {...form.getInputProps(`${path}.${at}.price`)}
          />
          {!readOnly && (
            <ActionIcon
              aria-label={t("facilities.removePrice", { place: at + 1 })}
              onClick={() => form.removeListItem(path, at)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </div>
      ))}
      {form.errors[path] && (
        <Text c="ochre" size="sm" role="alert">
          {form.errors[path]}
        </Text>
      )}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem(path, { act: "", category: "consultation", price: "" })}
        >
          {t("facilities.addPrice")}
        </Button>
      )}
    </div>
  );
}
