import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { mustBeAnother, nextAction, type Person } from "./claimSteps.ts";

interface WhoDecidesProps {
  readonly file: ClaimFile;
  readonly person: Person;
}

/** Said before anybody clicks: whether one person is enough for the amount, or another, or headquarters. */
export function WhoDecides({ file, person }: WhoDecidesProps) {
  const { t } = useTranslation("claims");
  const isOwn = file.claim.office === person.office;
  if (!isOwn) return <Text size="sm">{t("decides.here")}</Text>;
  if (nextAction(file, person) === "decide" && mustBeAnother(file, person))
    return <Notice>{t("decides.another")}</Notice>;
  const word = file.decides === "headquarters" && person.headquarters ? "headquartersOwn" : file.decides;
  return <Text size="sm">{t(`decides.${word}`, { name: file.enteredBy })}</Text>;
}
