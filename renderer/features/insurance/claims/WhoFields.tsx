import { Group, Radio, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimCover } from "../../../../src/contract/insuranceClaims.ts";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { MemberPick, type Picked } from "../booklet/MemberPick.tsx";
import classes from "./Claims.module.css";
import type { ClaimDraft } from "./useClaimForm.ts";

/** The member by number or name, her policy where she has several, and who was ill. */
export function WhoFields({ draft }: { readonly draft: ClaimDraft }) {
  const { t } = useTranslation("claims");
  const field = useRef<HTMLInputElement>(null);
  const { form, covers, cover } = draft;
  const { member } = form.values;
  const [startsEmpty] = useState(member === null);
  useEffect(() => {
    if (startsEmpty) field.current?.focus();
  }, [startsEmpty]);
  const pick = (picked: Picked | null) => {
    form.setValues({ member: picked, policyId: null, childId: "" });
    form.clearFieldError("member");
  };
  return (
    <div className={classes.who}>
      <MemberPick
        field={field}
        picked={member}
        onPick={pick}
        error={typeof form.errors.member === "string" ? form.errors.member : null}
      />
      <Stack gap="sm">
        {covers?.length === 0 && <Notice>{t("form.noCover")}</Notice>}
        {member !== null && covers !== undefined && covers.length > 1 && (
          <PolicyChoice
            covers={covers}
            value={cover?.policyId ?? ""}
            onChange={(policyId) => form.setValues({ policyId, childId: "" })}
          />
        )}
        {member !== null && cover && <PatientChoice draft={draft} member={member} cover={cover} />}
      </Stack>
    </div>
  );
}

interface PolicyChoiceProps {
  readonly covers: readonly ClaimCover[];
  readonly value: string;
  readonly onChange: (policyId: string) => void;
}

function PolicyChoice({ covers, value, onChange }: PolicyChoiceProps) {
  const { t } = useTranslation("claims");
  return (
    <Radio.Group label={t("form.policy")} value={value} onChange={onChange}>
      <Group gap="lg" mt={6}>
        {covers.map(({ policyId, policyNumber, planName }) => (
          <Radio key={policyId} value={policyId} label={`${planName} (${policyNumber})`} />
        ))}
      </Group>
    </Radio.Group>
  );
}

interface PatientChoiceProps {
  readonly draft: ClaimDraft;
  readonly member: Picked;
  readonly cover: ClaimCover;
}

function PatientChoice({ draft, member, cover }: PatientChoiceProps) {
  const { t } = useTranslation(["claims", "insurance"]);
  const { form } = draft;
  const herself = (
    <>
      {t("form.herself")}{" "}
      <span className={classes.soft}>
        <Name surname={member.surname} firstNames={member.firstNames} />
      </span>
    </>
  );
  return (
    <Stack gap={6}>
      {cover.children.length === 0 ? (
        // Nothing to choose is no stop for the Tab key: a fast hand counts its steps.
        <Facts>
          <Fact name={t("form.patient")}>{herself}</Fact>
        </Facts>
      ) : (
        <Radio.Group label={t("form.patient")} {...form.getInputProps("childId")}>
          <Group gap="lg" mt={6}>
            <Radio value="" label={herself} />
            {cover.children.map(({ id, name }) => (
              <Radio key={id} value={id} label={<Private>{name}</Private>} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {cover.state !== "active" && (
        <span className={classes.amber}>
          {t("form.notActive", { state: t(`insurance:states.${cover.state}`) })}
        </span>
      )}
    </Stack>
  );
}
