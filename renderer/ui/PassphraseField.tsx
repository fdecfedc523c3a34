import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ENOUGH, type Strength, useStrength } from "../lib/passphraseStrength.ts";
import classes from "./PassphraseField.module.css";

type FieldProps = Omit<PasswordInputProps, "onChange" | "value" | "about">;

interface PassphraseFieldProps extends FieldProps {
  readonly value?: string;
  readonly onChange: (value: string) => void;
}

/** A passphrase with a button that shows it. */
export function PassphraseField({ onChange, autoFocus, value = "", ...rest }: PassphraseFieldProps) {
  const { t } = useTranslation("common");
  return (
    <PasswordInput
      autoComplete="current-password"
      {...rest}
      value={value}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": t("passphrase.show"), tabIndex: 0 }}
    />
  );
}

interface NewPassphraseFieldProps extends PassphraseFieldProps {
  /** Words of the person and the office: they make a passphrase easy to guess. */
  readonly about: readonly string[];
}

/** A passphrase being chosen, with its strength as bars and a word. */
export function NewPassphraseField({ about, ...rest }: NewPassphraseFieldProps) {
  const { t } = useTranslation("common");
  const strength = useStrength(rest.value ?? "", about);
  return (
    <div>
      <PassphraseField description={t("passphrase.hint")} {...rest} autoComplete="new-password" />
      {strength !== null && <Meter strength={strength} />}
    </div>
  );
}

function Meter({ strength }: { readonly strength: Strength }) {
  const { t } = useTranslation("common");
  const tone = strength >= ENOUGH ? classes.strong : classes.weak;
  return (
    <div aria-live="polite">
      <div className={classes.meter} aria-hidden>
        {([1, 2, 3, 4] as const).map((step) => (
          <span key={step} className={`${classes.bar} ${strength >= step ? tone : ""}`} />
        ))}
      </div>
      <p className={classes.word}>
        {t("passphrase.strength")}
        {"\u00a0: "}
        {t(`passphrase.s${strength}`)}
      </p>
    </div>
  );
}
