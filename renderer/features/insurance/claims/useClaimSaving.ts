import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal, Result } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { applyRefusal, focusFirstError, useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { detailsOf } from "./claimForm.ts";
import type { ClaimDraft } from "./useClaimForm.ts";
import type { ClaimPhotos } from "./useClaimPhotos.ts";

/** The form has one field for what the contract calls the facility's code. */
function atItsField(result: Result<unknown>): Result<unknown> {
  if (result.ok || result.refusal.field !== "details.facilityCode") return result;
  return { ok: false, refusal: { ...result.refusal, field: "facility" } };
}

function useSendPhotos(photos: ClaimPhotos) {
  const addPhoto = useTell("insurance.addClaimPhoto");
  const send = async (id: Id): Promise<Refusal | null> => {
    for (const jpeg of photos.jpegs) {
      const added = await addPhoto.tell({ id, jpeg });
      if (!added.ok) return added.refusal;
    }
    return null;
  };
  return { send, pending: addPhoto.pending };
}

/**
 * Saving: every wrong field at once, then the claim, then its photographs, then `done`. What went wrong can be sent
 * again: the same claim and the same picture count once.
 */
export function useClaimSaving(draft: ClaimDraft, photos: ClaimPhotos) {
  const { t } = useTranslation("claims");
  const navigate = useNavigate();
  const notice = useNotice();
  const text = useRefusalText();
  const saveClaim = useTell("insurance.saveClaim");
  const sendPhotos = useSendPhotos(photos);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const pending = saveClaim.pending || sendPhotos.pending;
  const save = async (submit: boolean) => {
    const { form, cover, today } = draft;
    if (pending) return;
    if (form.validate().hasErrors) return focusFirstError();
    if (cover === undefined) {
      form.setFieldError("member", text({ code: "request.required" }));
      return focusFirstError();
    }
    const { id } = form.getValues();
    const details = detailsOf(form.getValues(), cover, today);
    const result = await saveClaim.tell({ id, details, submit });
    setRefusal(applyRefusal(form, atItsField(result), text));
    if (!result.ok) return;
    const photoRefusal = await sendPhotos.send(id);
    setRefusal(photoRefusal);
    if (photoRefusal !== null) return;
    photos.clear();
    draft.discard();
    notice(t(submit ? "form.submitted" : "form.saved", { number: result.value.claim.number }));
    navigate(`/insurance/claims/${id}`, { replace: true });
  };
  return { save, refusal, pending };
}
