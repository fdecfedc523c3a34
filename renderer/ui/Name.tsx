import { useTranslation } from "react-i18next";
import { usePreferences } from "../lib/preferences.ts";

interface NameProps {
  readonly surname: string;
  readonly firstNames: string;
}

/** A member's name, masked while the screen is discreet: first letters only, always the same width. */
export function Name({ surname, firstNames }: NameProps) {
  const { discreet } = usePreferences();
  return discreet ? (
    <Mask text={`${dots(surname)} ${dots(firstNames)}`} />
  ) : (
    `${surname} ${firstNames}`.trim()
  );
}

/** Any other word about a person (phone, quarter), hidden while the screen is discreet. */
export function Private({ children }: { readonly children: string }) {
  const { discreet } = usePreferences();
  return discreet && children !== "" ? <Mask text="•••••" /> : children;
}

function Mask({ text }: { readonly text: string }) {
  const { t } = useTranslation("common");
  return (
    <span role="img" aria-label={t("masked")} title={t("masked")}>
      {text}
    </span>
  );
}

function dots(name: string): string {
  return name === "" ? "" : `${name.slice(0, 1)}••••`;
}
