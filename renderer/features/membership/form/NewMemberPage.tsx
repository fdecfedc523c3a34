import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { applyRefusal, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { type DraftJpeg, DraftPhoto, useDraftJpeg } from "../photo/DraftPhoto.tsx";
import { DuplicatePanel } from "./DuplicatePanel.tsx";
import { FormNotices } from "./FormNotices.tsx";
import { MemberForm } from "./MemberForm.tsx";
import { detailsOf, emptyMember, type MemberFormValues } from "./memberForm.ts";
import { ReferralDialog } from "./ReferralDialog.tsx";
import { useDuplicates } from "./useDuplicates.ts";
import { type MemberDraft, useMemberForm } from "./useMemberForm.ts";

const DRAFT = "member.new";

/** Registers a woman: fields, photograph, and a look at who may already be there. */
export function NewMemberPage() {
  const { t } = useTranslation("membership");
  const navigate = useNavigate();
  const [today] = useState(todayNow);
  const [empty] = useState(() => emptyMember(newId(), today));
  const draft = useMemberForm(DRAFT, empty, today);
  const photo = useDraftJpeg(`${DRAFT}.photo`);
  const [referring, setReferring] = useState(false);
  const registration = useRegistration(draft, photo, today);
  const suggestions = useDuplicates(draft.form.values, today, null);
  const startOver = useStartOver(draft, photo, today);
  const leave = (to: string) => {
    startOver();
    navigate(to);
  };
  return (
    <Page title={t("form.newTitle")} back={{ to: "/members", label: t("title") }}>
      <MemberForm
        form={draft.form}
        today={today}
        pending={registration.pending}
        saveLabel={t("form.register")}
        onSave={() => void registration.save(false)}
        onCancel={() => leave("/members")}
        onRefer={() => setReferring(true)}
        notice={
          <FormNotices refusal={registration.refusal} restored={draft.restored} onStartOver={startOver} />
        }
        side={
          <>
            <DuplicatePanel
              suggestions={suggestions}
              asking={registration.asking}
              pending={registration.pending}
              onItIsHer={(id) => leave(`/members/${id}`)}
              onNotTheSame={() => void registration.save(true)}
            />
            <Panel>
              <DraftPhoto photo={photo} width={140} />
            </Panel>
          </>
        }
      />
      <ReferralDialog
        opened={referring}
        onClose={() => setReferring(false)}
        onDone={() => {
          setReferring(false);
          startOver();
        }}
        typed={draft.form.values}
        today={today}
      />
    </Page>
  );
}

/** Empties the form for another woman: a new identity, no photograph, no draft. */
function useStartOver({ form, discard }: MemberDraft, photo: DraftJpeg, today: string): () => void {
  return () => {
    form.setValues(emptyMember(newId(), today));
    form.clearErrors();
    photo.set(null);
    discard();
  };
}

/** What makes two records look alike. */
function likeness({ surname, firstNames, birth, phone }: MemberFormValues): string {
  return JSON.stringify([surname, firstNames, birth, phone]);
}

/** Saving: the refusal at its field, the question about duplicates, then her page. */
function useRegistration(draft: MemberDraft, photo: DraftJpeg, today: string) {
  const navigate = useNavigate();
  const text = useRefusalText();
  const register = useTell("membership.registerMember");
  const setPhoto = useTell("membership.setPhoto");
  const [askedAbout, setAskedAbout] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (confirmedNotDuplicate: boolean) => {
    const values = draft.form.getValues();
    const details = detailsOf(values, today, draft.language);
    const result = await register.tell({ id: values.id, details, confirmedNotDuplicate });
    const mustAsk = !result.ok && result.refusal.code === "member.likelyDuplicate";
    setAskedAbout(mustAsk ? likeness(values) : null);
    setRefusal(mustAsk ? null : applyRefusal(draft.form, result, text));
    if (!result.ok) return;
    if (photo.jpeg !== null) await setPhoto.tell({ id: values.id, jpeg: photo.jpeg });
    photo.set(null);
    draft.discard();
    navigate(`/members/${values.id}`, { replace: true });
  };
  // The answer counts for the woman who was typed then; for another name it is asked anew.
  const asking = askedAbout !== null && askedAbout === likeness(draft.form.values);
  return { save, asking, refusal, pending: register.pending || setPhoto.pending };
}
