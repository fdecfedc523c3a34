import { ActionIcon, Autocomplete, NumberInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { CategoryField } from "./CategoryField.tsx";
import classes from "./Claims.module.css";
import { type ActChoice, type LineValues, withAct } from "./claimForm.ts";

const MOST_FRANCS = 1_000_000_000;
const MOST_PIECES = 1000;

interface LineRowProps {
  readonly line: LineValues;
  readonly at: number;
  readonly choices: readonly ActChoice[];
  readonly errors: { readonly category: ReactNode; readonly asked: ReactNode };
  readonly onChange: (line: LineValues) => void;
  /** Enter in the amount. */
  readonly onNext: () => void;
  readonly onRemove: (() => void) | null;
}

/** One line: the headings stand over the first one alone, every field has its name. */
export function LineRow({ line, at, choices, errors, onChange, onNext, onRemove }: LineRowProps) {
  const { t } = useTranslation("claims");
  const place = at + 1;
  const headed = at === 0;
  const whole = (value: number | string) => (typeof value === "number" ? value : "");
  return (
    <div className={classes.line} data-line={line.id}>
      <CategoryField
        label={headed ? t("form.category") : undefined}
        name={t("form.categoryOf", { place })}
        value={line.category}
        error={errors.category}
        onChange={(category) => onChange({ ...line, category })}
      />
      <ActField
        label={headed ? t("form.what") : undefined}
        name={t("form.whatOf", { place })}
        line={line}
        choices={choices}
        onChange={onChange}
      />
      <NumberInput
        label={headed ? t("form.quantity") : undefined}
        aria-label={t("form.quantityOf", { place })}
        min={1}
        max={MOST_PIECES}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        hideControls
        value={line.quantity}
        onChange={(quantity) => onChange({ ...line, quantity: whole(quantity) })}
      />
      <NumberInput
        label={headed ? t("form.asked") : undefined}
        aria-label={t("form.askedOf", { place })}
        max={MOST_FRANCS}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        thousandSeparator=" "
        hideControls
        classNames={{ input: `numerals ${classes.amountInput}` }}
        value={line.asked}
        error={errors.asked}
        onChange={(asked) => onChange({ ...line, asked: whole(asked) })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onNext();
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={headed ? (classes.removeHeaded ?? "") : ""}
        style={onRemove ? {} : { visibility: "hidden" }}
        aria-label={t("form.remove", { place })}
        onClick={() => onRemove?.()}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface ActFieldProps extends Pick<LineRowProps, "line" | "choices" | "onChange"> {
  readonly label: string | undefined;
  readonly name: string;
}

/** An act of the price list with its price, or the words on the receipt. */
function ActField({ label, name, line, choices, onChange }: ActFieldProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const described = (act: string) => {
    const price = choices.find((choice) => choice.act === act)?.price ?? null;
    return price === null
      ? t("form.neverPaid", { act })
      : t("form.priced", { act, price: showFrancs(price, language) });
  };
  return (
    <Autocomplete
      openOnFocus={false}
      label={label}
      aria-label={name}
      maxLength={120}
      data={choices.map(({ act }) => act)}
      renderOption={({ option }) => described(option.value)}
      value={line.what}
      onChange={(what) => onChange(withAct(line, what, choices))}
    />
  );
}
