import { Button, Stack } from "@mantine/core";
import { IconBooks, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import type { MemberTabProps } from "../../../lib/memberTab.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { EnrolDialog } from "../cohort/EnrolDialog.tsx";
import { StaySummary } from "./StaySummary.tsx";
import { newestFirst } from "./stays.ts";

/** Her way through the classes, the latest first, and the way into the next one. */
export function LearnerTab({ member, elsewhere }: MemberTabProps) {
  const { t } = useTranslation("literacy");
  const path = useAsk("literacy.learner", { memberId: member.id });
  const mayEnrol = useMay("literacy.enter") && !elsewhere && member.leftOn === null;
  const [enrolling, setEnrolling] = useState(false);
  const enrol = mayEnrol && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setEnrolling(true)}>
      {t("enrol.here")}
    </Button>
  );
  return (
    <>
      <Asked of={path}>
        {({ learner, stays }) =>
          stays.length === 0 ? (
            <Empty
              icon={IconBooks}
              title={t("memberTab.empty")}
              text={t("memberTab.emptyText")}
              action={enrol}
            />
          ) : (
            <Stack>
              <div>{enrol}</div>
              {newestFirst(stays).map((stay) => (
                <StaySummary key={stay.enrolmentId} learner={learner} stay={stay} elsewhere={elsewhere} />
              ))}
            </Stack>
          )
        }
      </Asked>
      {enrolling && <EnrolDialog cohort={null} member={member} onClose={() => setEnrolling(false)} />}
    </>
  );
}
