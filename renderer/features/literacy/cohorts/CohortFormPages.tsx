import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { cohortPath } from "../places.ts";
import { CohortForm } from "./CohortForm.tsx";
import { cohortValues, emptyCohort } from "./cohortForm.ts";

/** A class that did not exist before. */
export function NewCohortPage() {
  const { t } = useTranslation("literacy");
  const [id] = useState(newId);
  return (
    <Page title={t("cohortForm.newTitle")} back={{ to: "/literacy", label: t("tabs.cohorts") }}>
      <CohortForm
        id={id}
        draft="literacy.cohort.new"
        initial={emptyCohort()}
        action={t("cohortForm.open")}
        cancelTo="/literacy"
      />
    </Page>
  );
}

export function EditCohortPage() {
  const { t } = useTranslation("literacy");
  const { id = "" } = useParams();
  const file = useAsk("literacy.cohort", { id });
  return (
    <Page
      title={t("cohortForm.editTitle")}
      subtitle={file.data && `${file.data.details.name} · ${file.data.number}`}
      back={{ to: cohortPath(id), label: t("cohort.title") }}
    >
      <Asked of={file}>{(found) => <EditForm key={found.id} file={found} />}</Asked>
    </Page>
  );
}

function EditForm({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation(["literacy", "common"]);
  const mayManage = useMayHere("literacy.manage", file.office);
  if (!mayManage) return <Text>{t("cohortForm.elsewhere")}</Text>;
  if (file.state === "closed") return <Text>{t("cohortForm.closed")}</Text>;
  return (
    <CohortForm
      id={file.id}
      draft={`literacy.cohort.${file.id}`}
      initial={cohortValues(file.details)}
      action={t("common:save")}
      cancelTo={cohortPath(file.id)}
    />
  );
}
