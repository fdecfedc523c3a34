import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicateSuggestion } from "../../../../src/contract/membership.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { showBirth } from "../../../../src/domain/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Name } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import classes from "./DuplicatePanel.module.css";

interface DuplicatePanelProps {
  readonly suggestions: readonly DuplicateSuggestion[];
  readonly onItIsHer: (id: Id) => void;
  /** The service wants to know whether she is one of these before it saves. */
  readonly asking?: boolean;
  readonly onNotTheSame?: () => void;
  readonly pending?: boolean;
}

/** Members who may be the woman being typed in, and why. */
export function DuplicatePanel({
  suggestions,
  onItIsHer,
  asking = false,
  onNotTheSame,
  pending,
}: DuplicatePanelProps) {
  const { t } = useTranslation("membership");
  const question = useRef<HTMLParagraphElement>(null);
  // The question gets the focus, not an answer: Enter pressed once too often must not decide.
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  if (suggestions.length === 0 && !asking) return null;
  return (
    <Panel tone="attention" title={t("duplicates.title")}>
      <Stack gap="sm">
        <Text ref={question} size="sm" role={asking ? "alert" : "status"} tabIndex={-1}>
          {t(asking ? "duplicates.ask" : "duplicates.hint")}
        </Text>
        {suggestions.map((suggestion) => (
          <Suggestion key={suggestion.member.id} suggestion={suggestion} onItIsHer={onItIsHer} />
        ))}
        {asking && onNotTheSame && (
          <Button onClick={onNotTheSame} loading={pending ?? false}>
            {t("duplicates.notTheSame")}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}

interface SuggestionProps {
  readonly suggestion: DuplicateSuggestion;
  readonly onItIsHer: (id: Id) => void;
}

function Suggestion({ suggestion, onItIsHer }: SuggestionProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { member, reasons } = suggestion;
  const about = [member.birth && showBirth(member.birth, language), member.locality]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className={classes.suggestion}>
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <PhotoOf sha256={member.photoSha256} width={40} />
        <div>
          <Text fw={600} size="sm">
            <Name surname={member.surname} firstNames={member.firstNames} />
          </Text>
          <Text size="xs" className="numerals">
            {member.number}
          </Text>
          {about !== "" && <Text size="xs">{about}</Text>}
        </div>
      </Group>
      <Text size="xs" c="dimmed">
        {reasons.map((reason) => t(`duplicates.reasons.${reason}`)).join(", ")}
      </Text>
      <Button variant="default" size="compact-sm" onClick={() => onItIsHer(member.id)}>
        {t("duplicates.itIsHer")}
      </Button>
    </div>
  );
}
