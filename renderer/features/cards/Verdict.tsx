import { Anchor } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CardCheck } from "../../../src/contract/cards.ts";
import type { MemberRow } from "../../../src/contract/membership.ts";
import { Day } from "../../ui/Day.tsx";
import { Name } from "../../ui/Name.tsx";
import { PhotoOf } from "../../ui/PhotoOf.tsx";
import classes from "./CardsPage.module.css";

function Sign({ verdict }: { readonly verdict: CardCheck["verdict"] }) {
  if (verdict === "valid") return <IconCircleCheck size={64} stroke={1.6} aria-hidden />;
  if (verdict === "unreadable" || verdict === "unknownOffice")
    return <IconHelpCircle size={64} stroke={1.6} aria-hidden />;
  return <IconCircleX size={64} stroke={1.6} aria-hidden />;
}

/** The answer, readable from across the desk; a name only when the register that is open here has her. */
export function Verdict({ answer }: { readonly answer: CardCheck }) {
  const { t } = useTranslation("cards");
  const { verdict, number, issue, validUntil, member, certificate } = answer;
  return (
    <div className={`${classes.verdict} ${verdict === "valid" ? classes.good : classes.bad}`}>
      <Sign verdict={verdict} />
      <div>
        <div className={classes.word}>
          {answer.certificate === null
            ? t(`verdicts.${answer.verdict}.word`)
            : t(`certificateVerdicts.${answer.verdict}.word`)}
        </div>
        <div>
          {answer.certificate === null
            ? t(`verdicts.${answer.verdict}.text`)
            : t(`certificateVerdicts.${answer.verdict}.text`)}
        </div>
        {number !== null && (
          <div className="numerals">
            {number}
            {issue !== null && ` · ${t("verdict.issue", { issue })}`}
            {validUntil !== null && (
              <>
                {` · ${t("verdict.until")} `}
                <Day iso={validUntil} />
              </>
            )}
            {certificate !== null && (
              <>
                {` · ${t("verdict.issuedOn")} `}
                <Day iso={certificate.issuedOn} />
              </>
            )}
          </div>
        )}
        {certificate !== null && certificate.programmeName !== null && (
          <strong>{certificate.programmeName}</strong>
        )}
        {member && <Holder member={member} />}
      </div>
    </div>
  );
}

function Holder({ member }: { readonly member: MemberRow }) {
  const { t } = useTranslation("cards");
  return (
    <div className={classes.who}>
      <PhotoOf sha256={member.photoSha256} width={56} />
      <div>
        <strong>
          <Name surname={member.surname} firstNames={member.firstNames} />
        </strong>{" "}
        <span className="numerals">{member.office}</span>
        <br />
        <Anchor component={Link} to={`/members/${member.id}`} size="sm">
          {t("verdict.open")}
        </Anchor>
      </div>
    </div>
  );
}
