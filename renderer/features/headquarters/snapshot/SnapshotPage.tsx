import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { SnapshotView } from "../../../../src/contract/headquarters.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showCount, showInstant } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOfficeNames } from "../officeNames.ts";
import { ConfirmSnapshot } from "./ConfirmSnapshot.tsx";
import { CountTable, DifferenceTable } from "./Differences.tsx";

/** A whole copy of an office beside what headquarters has; a person looks before she confirms it. */
export function SnapshotPage() {
  const { t } = useTranslation("headquarters");
  const { code = "" } = useParams();
  const name = useOfficeNames()(code);
  const snapshot = useAsk("headquarters.readSnapshot", { office: code });
  const [confirming, setConfirming] = useState(false);
  const view = snapshot.data;
  return (
    <Page
      title={t("snapshot.title", { office: name })}
      subtitle={
        view &&
        t("snapshot.subtitle", {
          number: view.number,
          epoch: view.epoch,
          day: showInstant(view.createdAt),
        })
      }
      back={{ to: `/headquarters/offices/${code}`, label: name }}
      action={view && <Button onClick={() => setConfirming(true)}>{t("snapshot.confirm")}</Button>}
    >
      <Asked of={snapshot}>{(found) => <Compared view={found} />}</Asked>
      {view && confirming && (
        <ConfirmSnapshot view={view} office={name} onClose={() => setConfirming(false)} />
      )}
    </Page>
  );
}

function Compared({ view }: { readonly view: SnapshotView }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  return (
    <Stack gap="lg">
      <Panel title={t("snapshot.counts")} text={t("snapshot.countsText")}>
        <Stack gap="lg">
          <Facts>
            <Fact name={t("snapshot.heldLast")}>{showCount(view.heldLast, language)}</Fact>
            <Fact name={t("snapshot.broughtLast")}>{showCount(view.broughtLast, language)}</Fact>
            <Fact name={t("snapshot.differsFrom")}>
              {view.differsFrom === null ? t("snapshot.same") : showCount(view.differsFrom, language)}
            </Fact>
          </Facts>
          <CountTable counts={view.counts} />
        </Stack>
      </Panel>
      {view.differences.length > 0 && <DifferenceTable differences={view.differences} />}
    </Stack>
  );
}
