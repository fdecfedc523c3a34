import { Anchor, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { emptyPlan, planValues } from "./planForm.ts";
import { versionState } from "./planList.ts";

/** A plan that did not exist before. */
export function NewPlanPage() {
  const { t } = useTranslation("insurance");
  const kind = useParams().kind === "life" ? "life" : "health";
  const [id] = useState(newId);
  return (
    <>
      <Back />
      <PlanForm
        key={kind}
        draft={`insurance.plan.new.${kind}`}
        id={id}
        initial={emptyPlan(kind)}
        title={t(`plans.newTitle.${kind}`)}
        isNewCode
      />
    </>
  );
}

/** The next version of a plan, filled with what the last one says. */
export function NextVersionPage() {
  const { t } = useTranslation("insurance");
  const [id] = useState(newId);
  return (
    <OneVersion>
      {(plan) => (
        <PlanForm
          key={plan.id}
          draft={`insurance.plan.next.${plan.id}`}
          id={id}
          initial={planValues(plan, null)}
          title={t("plans.nextTitle", { name: plan.name })}
        />
      )}
    </OneVersion>
  );
}

/** A version as it stands; one that is still to come can be changed by whoever may. */
export function PlanPage() {
  const mayPlan = useMay("insurance.plans");
  const own = useOfficeIdentity()?.code;
  const [today] = useState(todayNow);
  return (
    <OneVersion>
      {(plan) => (
        <PlanForm
          key={plan.id}
          draft={`insurance.plan.${plan.id}`}
          id={plan.id}
          initial={planValues(plan, plan.startsOn)}
          title={plan.name}
          readOnly={!mayPlan || plan.office !== own || versionState(plan, today) !== "coming"}
        />
      )}
    </OneVersion>
  );
}

function OneVersion({ children }: { readonly children: (plan: Plan) => ReactNode }) {
  const { t } = useTranslation("insurance");
  const { id = "" } = useParams();
  const plans = useAsk("insurance.plans", {});
  return (
    <>
      <Back />
      <Asked of={plans}>
        {(found) => {
          const plan = found.find((version) => version.id === id);
          return plan ? children(plan) : <Text>{t("plans.unknown")}</Text>;
        }}
      </Asked>
    </>
  );
}

function Back() {
  const { t } = useTranslation("insurance");
  return (
    <Anchor component={Link} to="/settings/plans" size="sm" mb="sm" style={{ display: "inline-block" }}>
      {t("plans.back")}
    </Anchor>
  );
}
