import { Button, Group, Stack } from "@mantine/core";
import { IconHeartHandshake, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import type { MemberTabProps } from "../../../lib/memberTab.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { CollectButton } from "../collect/CollectButton.tsx";
import { EnrolDialog } from "../enrol/EnrolDialog.tsx";
import { PolicyBadge } from "../PolicyBadge.tsx";
import { stateNow } from "../policy/stateNow.ts";
import { WaitingEnd } from "../policy/WaitingEnd.tsx";
import classes from "./MemberTabs.module.css";

/** Her policies, running ones first, and the way to a new one. */
export function InsuranceTab({ member, elsewhere }: MemberTabProps) {
  const { t } = useTranslation("insurance");
  const policies = useAsk("insurance.memberPolicies", { memberId: member.id });
  const mayEnrol = useMay("insurance.enrol") && !elsewhere && member.leftOn === null;
  const [enrolling, setEnrolling] = useState(false);
  const enrol = mayEnrol && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setEnrolling(true)}>
      {t("enrol.title")}
    </Button>
  );
  return (
    <>
      <Asked of={policies}>
        {(files) =>
          files.length === 0 ? (
            <Empty
              icon={IconHeartHandshake}
              title={t("memberTab.empty")}
              text={t("memberTab.emptyText")}
              action={enrol}
            />
          ) : (
            <Stack>
              <div>{enrol}</div>
              {files.map((file) => (
                <PolicySummary key={file.policy.id} file={file} />
              ))}
            </Stack>
          )
        }
      </Asked>
      {enrolling && <EnrolDialog member={member} onClose={() => setEnrolling(false)} />}
    </>
  );
}

function PolicySummary({ file }: { readonly file: PolicyFile }) {
  const { t } = useTranslation("insurance");
  const { policy } = file;
  return (
    <section className={classes.policy} aria-label={policy.number}>
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Link to={`/insurance/policies/${policy.id}`} className={classes.link}>
            {policy.planName} <span className="numerals">{policy.number}</span>
          </Link>
          <PolicyBadge state={stateNow(file)} />
        </Group>
        {file.endedOn === null && (
          <CollectButton policy={policy} variant={policy.overdue > 0 ? "filled" : "default"} />
        )}
      </Group>
      <Facts>
        <Fact name={t("columns.since")}>
          <Day iso={policy.effectiveOn} />
        </Fact>
        <Fact name={t("columns.paidUntil")}>
          <Day iso={policy.paidUntil} />
        </Fact>
        <Fact name={t("columns.overdue")}>
          {policy.overdue > 0 ? <Amount francs={policy.overdue} /> : "—"}
        </Fact>
        <Fact name={t("policy.waitingUntil")}>
          <WaitingEnd file={file} />
        </Fact>
        <Fact name={t("policy.contributed")}>
          <Amount francs={file.contributed} />
        </Fact>
        {policy.kind === "health" ? (
          <Fact name={t("policy.benefits")}>
            <Amount francs={file.benefits} />
          </Fact>
        ) : (
          <Fact name={t("beneficiaries.title")}>{String(file.beneficiaries.length)}</Fact>
        )}
      </Facts>
    </section>
  );
}
