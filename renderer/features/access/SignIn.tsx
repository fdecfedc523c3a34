import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DEMO_SIGN_IN } from "../../../src/contract/office.ts";
import { LonePage } from "../../ui/LonePage.tsx";
import { RecoverForm } from "./RecoverForm.tsx";
import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm.tsx";
import { useCountdown } from "./useCountdown.ts";

interface SignInProps {
  readonly code: string;
  readonly demo: boolean;
  /** Seconds until the next try is taken. */
  readonly waitSeconds: number;
}

/** All that a locked office shows: its code. Names stay behind the passphrase. */
export function SignIn({ code, demo, waitSeconds }: SignInProps) {
  const { t } = useTranslation("access");
  const [forgotten, setForgotten] = useState(false);
  const wait = useCountdown(waitSeconds);
  const way = forgotten ? "recover" : "signIn";
  return (
    <LonePage
      title={t(`${way}.title`)}
      text={t(`${way}.text`)}
      beside={
        <div className={classes.office}>
          <span className={classes.code}>{code}</span>
          {demo && <p className={classes.demo}>{t("signIn.demo", DEMO_SIGN_IN)}</p>}
        </div>
      }
    >
      {forgotten ? (
        <RecoverForm wait={wait} onBack={() => setForgotten(false)} />
      ) : (
        <SignInForm wait={wait} onForgotten={() => setForgotten(true)} />
      )}
    </LonePage>
  );
}
