import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Overview } from "../../../../src/contract/office.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Today.module.css";

/** When the last copy and the last stick went out, and the last answer came in. */
export function SafetyPanel({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  return (
    <Panel title={t(headquarters ? "today.safetyHere" : "today.safety")}>
      <dl className={classes.moments}>
        <Moment word={t("today.lastBackup")} at={overview.lastBackupAt} />
        {!headquarters && <Sticks overview={overview} />}
      </dl>
      {headquarters && <OwnFingerprint />}
    </Panel>
  );
}

function Sticks({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  return (
    <>
      <Moment word={t("today.lastStick")} at={overview.lastExportAt} />
      <Moment word={t("today.lastAnswer")} at={overview.lastAnswerAt} />
      <div className={classes.moment}>
        <dt>{t("today.waiting")}</dt>
        <dd className="numerals">{showCount(Math.max(0, overview.entriesWaiting), language)}</dd>
      </div>
    </>
  );
}

function Moment({ word, at }: { readonly word: string; readonly at: string | null }) {
  const { t } = useTranslation("office");
  return (
    <div className={classes.moment}>
      <dt>{word}</dt>
      <dd>{at === null ? t("today.never") : <Day iso={at} withTime />}</dd>
    </div>
  );
}

/** An office that joins asks for it on the phone. */
function OwnFingerprint() {
  const { t } = useTranslation("office");
  if (!useMay("sync.read")) return null;
  return (
    <Anchor component={Link} to="/stick" mt="md" display="inline-block">
      {t("today.fingerprint")}
    </Anchor>
  );
}
