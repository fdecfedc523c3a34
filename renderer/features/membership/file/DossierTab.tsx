import { Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member, MemberFile } from "../../../../src/contract/membership.ts";
import { showBirth } from "../../../../src/domain/format.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Private } from "../../../ui/Name.tsx";
import { ageShown } from "../ageShown.ts";
import { nationalityShown } from "../form/nationality.ts";
import classes from "./MemberPage.module.css";

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <Title order={2} className={classes.groupTitle ?? ""}>
        {title}
      </Title>
      {children}
    </section>
  );
}

/** Masked while the screen is discreet; what is not known stays empty, so that a dash stands for it. */
function hidden(text: string): ReactNode {
  return text === "" ? "" : <Private>{text}</Private>;
}

interface DossierTabProps {
  readonly file: MemberFile;
  /** Another office follows her: what never leaves it is not shown as if it were unknown. */
  readonly elsewhere: boolean;
}

/** What is known of her, read only; an erased record says what was kept. */
export function DossierTab({ file: { member }, elsewhere }: DossierTabProps) {
  const { t } = useTranslation("membership");
  if (member.erased) return <p className={classes.notes}>{t("file.erasedText")}</p>;
  return (
    <>
      <Identity member={member} />
      <Contact member={member} />
      <LifeAndPaper member={member} elsewhere={elsewhere} />
      {member.notes !== "" && (
        <Group title={t("form.notes")}>
          <p className={classes.notes}>
            <Private>{member.notes}</Private>
          </p>
        </Group>
      )}
    </>
  );
}

function Identity({ member }: { readonly member: Member }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const [today] = useState(todayNow);
  const { birth } = member;
  return (
    <Group title={t("form.identity")}>
      <Facts>
        <Fact name={t("fields.birth")}>
          {birth ? `${showBirth(birth, language)} (${ageShown(birth, today, t)})` : ""}
        </Fact>
        <Fact name={t("fields.nationality")}>{nationalityShown(member.nationality, language)}</Fact>
        <Fact name={t("fields.alsoKnownAs")}>{hidden(member.alsoKnownAs)}</Fact>
        <Fact name={t("fields.languages")}>{member.languages.join(", ")}</Fact>
      </Facts>
    </Group>
  );
}

function Contact({ member }: { readonly member: Member }) {
  const { t } = useTranslation("membership");
  const emergency = [member.emergencyName, member.emergencyRelation, showPhone(member.emergencyPhone)];
  return (
    <Group title={t("form.contact")}>
      <Facts>
        <Fact name={t("fields.phone")}>{hidden(showPhone(member.phone))}</Fact>
        <Fact name={t("fields.locality")}>{member.locality}</Fact>
        <Fact name={t("fields.joinedOn")}>
          <Day iso={member.joinedOn} />
        </Fact>
        <Fact name={t("form.emergency")}>{hidden(emergency.filter(Boolean).join(", "))}</Fact>
      </Facts>
    </Group>
  );
}

function LifeAndPaper({ member, elsewhere }: { readonly member: Member; readonly elsewhere: boolean }) {
  const { t } = useTranslation("membership");
  return (
    <Group title={t("form.lifeAndPaper")}>
      <Facts>
        {!elsewhere && (
          <Fact name={`${t("fields.workSetting")} (${t("form.localOnly")})`}>
            {hidden(member.workSetting ? t(`workSettings.${member.workSetting}`) : "")}
          </Fact>
        )}
        <Fact name={t("fields.childrenInCare")}>{member.childrenInCare ?? ""}</Fact>
        <Fact name={t("fields.literacy")}>
          {member.literacy ? t(`literacyLevels.${member.literacy}`) : ""}
        </Fact>
        <Fact name={member.paperKind ? t(`paperKinds.${member.paperKind}`) : t("form.paper")}>
          {hidden(member.paperNumber)}
        </Fact>
        <Fact name={t("form.consent")}>
          {member.consentSigned ? (
            <>
              {t("file.consentSigned")} <Day iso={member.consentOn} />
            </>
          ) : (
            <span className={classes.gap}>{t("file.consentMissing")}</span>
          )}
        </Fact>
      </Facts>
    </Group>
  );
}
