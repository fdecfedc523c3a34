import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/RefusalNotice.tsx";

/** The wait after wrong tries, counting down (only its beginning is read out). */
export function WaitNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation("access");
  return (
    <Notice>
      {t("signIn.wait")}{" "}
      <strong className="numerals" aria-hidden>
        {t("signIn.seconds", { count: seconds })}
      </strong>
    </Notice>
  );
}
