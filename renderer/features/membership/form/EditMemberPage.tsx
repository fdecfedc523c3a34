import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { applyRefusal, useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { MemberPhoto } from "../photo/MemberPhoto.tsx";
import { DuplicatePanel } from "./DuplicatePanel.tsx";
import { FormNotices } from "./FormNotices.tsx";
import { MemberForm } from "./MemberForm.tsx";
import { detailsOf, valuesOf } from "./memberForm.ts";
import { ReferralDialog } from "./ReferralDialog.tsx";
import { useDuplicates } from "./useDuplicates.ts";
import { type MemberDraft, useMemberForm } from "./useMemberForm.ts";

/** Corrects what is known of a member. */
export function EditMemberPage() {
  const { t } = useTranslation("membership");
  const { id = "" } = useParams();
  const own = useOfficeIdentity()?.code;
  const file = useAsk("membership.readMember", { id });
  // Only the office that follows her corrects her record; her page says so.
  if (file.data && file.data.member.office !== own) return <Navigate to={`/members/${id}`} replace />;
  return (
    <Page
      title={file.data ? <Name {...file.data.member} /> : t("form.editTitle")}
      subtitle={file.data && `${file.data.member.number} · ${t("form.editTitle")}`}
      back={{ to: `/members/${id}`, label: t("form.backToFile") }}
    >
      <Asked of={file}>{({ member }) => <EditForm key={member.id} member={member} />}</Asked>
    </Page>
  );
}

function EditForm({ member }: { readonly member: Member }) {
  const { t } = useTranslation("membership");
  const navigate = useNavigate();
  const language = useLanguage();
  const [today] = useState(todayNow);
  const [kept] = useState(() => valuesOf(member, language));
  const draft = useMemberForm(`member.edit.${member.id}`, kept, today);
  const [referring, setReferring] = useState(false);
  const correction = useCorrection(draft, today);
  const suggestions = useDuplicates(draft.form.values, today, member.id);
  const startOver = () => {
    draft.form.setValues(kept);
    draft.form.clearErrors();
    draft.discard();
  };
  const leave = (to: string) => {
    startOver();
    navigate(to);
  };
  return (
    <>
      <MemberForm
        form={draft.form}
        today={today}
        pending={correction.pending}
        saveLabel={t("form.saveChanges")}
        onSave={() => void correction.save()}
        onCancel={() => leave(`/members/${member.id}`)}
        onRefer={() => setReferring(true)}
        notice={
          <FormNotices refusal={correction.refusal} restored={draft.restored} onStartOver={startOver} />
        }
        side={
          <>
            <Panel>
              <MemberPhoto member={member} width={140} />
            </Panel>
            <DuplicatePanel suggestions={suggestions} onItIsHer={(id) => leave(`/members/${id}`)} />
          </>
        }
      />
      <ReferralDialog
        opened={referring}
        onClose={() => setReferring(false)}
        onDone={() => setReferring(false)}
        typed={draft.form.values}
        today={today}
      />
    </>
  );
}

function useCorrection(draft: MemberDraft, today: string) {
  const navigate = useNavigate();
  const text = useRefusalText();
  const update = useTell("membership.updateMember");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async () => {
    const values = draft.form.getValues();
    const result = await update.tell({ id: values.id, details: detailsOf(values, today, draft.language) });
    setRefusal(applyRefusal(draft.form, result, text));
    if (!result.ok) return;
    draft.discard();
    navigate(`/members/${values.id}`, { replace: true });
  };
  return { save, refusal, pending: update.pending };
}
