import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ReceivedFile } from "../../../../src/contract/headquarters.ts";
import type { RefusalCode } from "../../../../src/contract/refusals.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import classes from "./Receive.module.css";
import { reportLine, sealedLine, signOf } from "./reportLine.ts";

const DRAWINGS = { done: IconCircleCheck, quiet: IconCircleDashed, attention: IconAlertTriangle };

/** What to do about these stands at the office's page. */
const PARTED: readonly RefusalCode[] = ["headquarters.fork", "headquarters.rollback"];

/** One file's fate as a sentence, with the page where a person has to confirm something. */
export function FileLine({ file }: { readonly file: ReceivedFile }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const sign = signOf(file);
  const sealed = sealedLine(file, t);
  const Drawing = DRAWINGS[sign];
  return (
    <li className={classes.line}>
      <Drawing size={20} className={classes[sign]} role="img" aria-label={t(`report.sign.${sign}`)} />
      <div className={classes.words}>
        <div>{reportLine(file, t, language)}</div>
        {sealed && (
          <Text size="sm" c="dimmed">
            {sealed}
          </Text>
        )}
        {file.office !== null && (
          <Text size="xs" c="dimmed">
            {file.name}
          </Text>
        )}
      </div>
      <Next file={file} />
    </li>
  );
}

function Next({ file }: { readonly file: ReceivedFile }) {
  const { t } = useTranslation("headquarters");
  const maySettle = useMay("headquarters.settle");
  const mayEnrol = useMay("headquarters.enrol");
  if (file.outcome === "toConfirm" && maySettle && file.office !== null)
    return (
      <Button
        component={Link}
        to={`/headquarters/offices/${file.office}/snapshot`}
        variant="default"
        size="compact-sm"
      >
        {t("report.seeSnapshot")}
      </Button>
    );
  if (file.refusal !== null && PARTED.includes(file.refusal.code) && file.office !== null)
    return (
      <Button
        component={Link}
        to={`/headquarters/offices/${file.office}`}
        variant="default"
        size="compact-sm"
        style={{ flex: "none" }}
      >
        {t("report.seeOffice")}
      </Button>
    );
  if (file.outcome === "enrolmentToConfirm" && mayEnrol)
    return (
      <Button component={Link} to="/headquarters/enrol" variant="default" size="compact-sm">
        {t("report.confirmEnrolment")}
      </Button>
    );
  return null;
}
