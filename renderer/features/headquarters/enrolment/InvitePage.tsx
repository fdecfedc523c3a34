import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { FileOutput, OfficeCode } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Invited } from "./Invited.tsx";
import { InviteForm } from "./InviteForm.tsx";

interface Invitation {
  readonly office: OfficeCode;
  readonly file: FileOutput;
}

/** An invitation for an office; `?code=KTL` makes it again for one that headquarters knows. */
export function InvitePage() {
  const { t } = useTranslation("headquarters");
  const [search] = useSearchParams();
  const offices = useAsk("headquarters.offices", {});
  const [made, setMade] = useState<Invitation | null>(null);
  return (
    <Page
      title={t("invite.title")}
      subtitle={t("invite.subtitle")}
      back={{ to: "/headquarters", label: t("back") }}
    >
      {made ? (
        <Invited {...made} onAnother={() => setMade(null)} />
      ) : (
        <Panel>
          <Asked of={offices}>
            {(lines) => (
              <InviteForm
                offices={lines}
                again={lines.find((line) => line.code === search.get("code"))}
                onMade={(office, file) => setMade({ office, file })}
              />
            )}
          </Asked>
        </Panel>
      )}
    </Page>
  );
}
