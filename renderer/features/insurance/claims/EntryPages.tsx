import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { useAsk } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { today } from "../../../lib/today.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ClaimForm } from "./ClaimForm.tsx";
import { type ClaimFormValues, emptyClaim, valuesOf } from "./claimForm.ts";
import { useClaimForm } from "./useClaimForm.ts";
import { useClaimPhotos } from "./useClaimPhotos.ts";

const blank = () => emptyClaim(newId(), newId(), today());

/** A new claim, from the member's number to « Transmettre » without the mouse. */
export function NewClaimPage() {
  const { t } = useTranslation("claims");
  const [initial] = useState(blank);
  return (
    <Page title={t("form.title")} back={{ to: "/insurance/claims", label: t("title") }}>
      <Entry draftKey="claim.new" initial={initial} startOver={blank} />
    </Page>
  );
}

/** Goes on with a draft. */
export function EditClaimPage() {
  const { t } = useTranslation("claims");
  const { id = "" } = useParams();
  const claim = useAsk("insurance.claim", { id });
  const number = claim.data?.claim.number ?? "";
  return (
    <Page
      title={t("form.editTitle", { number })}
      back={{ to: `/insurance/claims/${id}`, label: number || t("title") }}
    >
      <Asked of={claim}>{(file) => <EditDraft key={id} file={file} />}</Asked>
    </Page>
  );
}

function EditDraft({ file }: { readonly file: ClaimFile }) {
  const { id, state } = file.claim;
  if (state !== "draft") return <Navigate to={`/insurance/claims/${id}`} replace />;
  return <Entry draftKey={`claim.edit.${id}`} initial={valuesOf(file)} startOver={() => valuesOf(file)} />;
}

interface EntryProps {
  /** Names what is kept over a lock. */
  readonly draftKey: string;
  readonly initial: ClaimFormValues;
  readonly startOver: () => ClaimFormValues;
}

function Entry({ draftKey, initial, startOver }: EntryProps) {
  const draft = useClaimForm(draftKey, initial);
  const photos = useClaimPhotos(`${draftKey}.photos`);
  const clear = () => {
    draft.form.setValues(startOver());
    draft.form.clearErrors();
    photos.clear();
    draft.discard();
  };
  return <ClaimForm draft={draft} photos={photos} onStartOver={clear} />;
}
