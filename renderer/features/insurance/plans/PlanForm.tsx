import { Button, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { insurance } from "../../../../src/contract/insurance.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { applyRefusal, errorsBy, focusFirstError, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CategoryPanel } from "./CategoryPanel.tsx";
import { FacilitiesPanel } from "./FacilitiesPanel.tsx";
import { ContributionPanel, CoverPanel, LifePanel, NamePanel } from "./PlanPanels.tsx";
import classes from "./Plans.module.css";
import { type PlanValues, planInput } from "./planForm.ts";

interface PlanFormProps {
  readonly draft: string;
  readonly id: Id;
  readonly initial: PlanValues;
  readonly title: string;
  readonly readOnly?: boolean;
  /** The code is chosen with the first version and stays. */
  readonly isNewCode?: boolean;
}

const Input = insurance.savePlan.input.omit({ id: true });

/** All that a plan says, in one form; a version that has begun is shown in the same fields, closed. */
export function PlanForm({ draft, id, initial, title, readOnly = false, isNewCode = false }: PlanFormProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const { form, refusal, pending, save, discard } = usePlanForm(draft, id, initial);
  const isHealth = initial.terms.kind === "health";
  return (
    <form onSubmit={save} noValidate>
      <fieldset disabled={readOnly} className={classes.form}>
        <Stack gap="lg">
          <Title order={2}>{title}</Title>
          <NamePanel form={form} isNewCode={isNewCode} />
          <ContributionPanel form={form} />
          {isHealth ? <CategoryPanel form={form} /> : <LifePanel form={form} />}
          {isHealth && <CoverPanel form={form} />}
          {isHealth && <FacilitiesPanel form={form} readOnly={readOnly} />}
        </Stack>
      </fieldset>
      {!readOnly && (
        <>
          <RefusalNotice refusal={refusal} />
          <div className={classes.bar}>
            <Button component={Link} to="/settings/plans" variant="default" onClick={discard}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {t("common:save")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function usePlanForm(draft: string, id: Id, initial: PlanValues) {
  const { t } = useTranslation(["insurance", "common"]);
  const text = useRefusalText();
  const notice = useNotice();
  const navigate = useNavigate();
  const [today] = useState(todayNow);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.savePlan");
  const faults = errorsBy<unknown>(Input, text);
  const { form, discard } = useDraftForm<PlanValues>(draft, initial, (values) => {
    const found = faults(planInput(values, today));
    if (!found.startsOn) return found;
    const isEmpty = values.startsOn.trim() === "";
    const startsOn = isEmpty ? text({ code: "request.required" }) : t("people.dateUnreadable");
    return { ...found, startsOn };
  });
  const save = form.onSubmit(async (values) => {
    const result = await tell({ id, ...Input.parse(planInput(values, today)) });
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    discard();
    notice(t("common:saved"));
    navigate("/settings/plans");
  }, focusFirstError);
  return { form, refusal, pending, save, discard };
}
