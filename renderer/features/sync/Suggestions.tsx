import { Anchor, List } from "@mantine/core";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OwnSuggestion } from "../../../src/contract/sync.ts";
import { useAsk } from "../../lib/calls.ts";
import { officeName } from "../../lib/knownOffices.ts";
import { useMay } from "../../lib/useSession.ts";
import { Panel } from "../../ui/Panel.tsx";

/** Members who may be enrolled in another office too. Headquarters settles it; here one can look and call. */
export function Suggestions({ place }: { readonly place: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation("sync");
  const mayRead = useMay("members.read");
  const found = useAsk("sync.suggestions", {}, { enabled: mayRead }).data ?? [];
  if (found.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t("suggestions.title")} text={t("suggestions.text")}>
        <List spacing={6}>
          {found.map((suggestion) => (
            <Suggestion key={`${suggestion.memberId} ${suggestion.otherOffice}`} suggestion={suggestion} />
          ))}
        </List>
      </Panel>
    </div>
  );
}

function Suggestion({ suggestion }: { readonly suggestion: OwnSuggestion }) {
  const { t } = useTranslation(["sync", "membership"]);
  const reasons = suggestion.reasons.map((reason) => t(`membership:duplicates.reasons.${reason}`)).join(", ");
  return (
    <List.Item>
      <Anchor component={Link} to={`/members/${suggestion.memberId}`} className="numerals">
        {suggestion.number}
      </Anchor>{" "}
      {t("sync:suggestions.maybe", { office: officeName(suggestion.otherOffice), reasons })}
    </List.Item>
  );
}
