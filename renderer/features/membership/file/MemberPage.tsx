import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk } from "../../../lib/calls.ts";
import type { MemberTab } from "../../../lib/memberTab.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useOfficeIdentity, useSession } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { MemberPhoto } from "../photo/MemberPhoto.tsx";
import { CardTab } from "./CardTab.tsx";
import { DossierTab } from "./DossierTab.tsx";
import { ElsewhereNote } from "./ElsewhereNote.tsx";
import { HistoryTab } from "./HistoryTab.tsx";
import classes from "./MemberPage.module.css";
import { PageActions } from "./PageActions.tsx";
import { TransferButton } from "./TransferDialog.tsx";

interface MemberPageProps {
  /** What other features add to the page. */
  readonly tabs: readonly MemberTab[];
}

/** Everything about one member. */
export function MemberPage({ tabs }: MemberPageProps) {
  const { t } = useTranslation("membership");
  const { id = "" } = useParams();
  const file = useAsk("membership.readMember", { id });
  if (file.data) return <OpenFile key={id} file={file.data} tabs={tabs} />;
  return (
    <Page title={t("file.title")} back={{ to: "/members", label: t("title") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

interface OpenFileProps extends MemberPageProps {
  readonly file: MemberFile;
}

function OpenFile({ file, tabs }: OpenFileProps) {
  const { t } = useTranslation("membership");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { member } = file;
  const identity = useOfficeIdentity();
  const elsewhere = identity !== null && member.office !== identity.code;
  const actions = elsewhere ? (
    <TransferButton member={member} />
  ) : (
    <PageActions file={file} onRefusal={setRefusal} />
  );
  return (
    <Page
      title={member.erased ? t("file.erasedTitle") : <Name {...member} />}
      subtitle={<Standing file={file} />}
      back={{ to: "/members", label: t("title") }}
      action={member.erased ? undefined : actions}
    >
      <RefusalNotice refusal={refusal} />
      {elsewhere && <ElsewhereNote member={member} />}
      <div className={member.erased ? undefined : classes.columns}>
        {!member.erased && (
          <Panel>
            {elsewhere ? (
              <PhotoOf sha256={member.photoSha256} width={140} />
            ) : (
              <MemberPhoto member={member} width={140} />
            )}
          </Panel>
        )}
        <FileTabs file={file} elsewhere={elsewhere} tabs={tabs} />
      </div>
    </Page>
  );
}

function Standing({ file: { member, mergedNumbers } }: { readonly file: MemberFile }) {
  const { t } = useTranslation("membership");
  const officeName = useOfficeName();
  return (
    <span className={classes.standing}>
      <strong className="numerals">{member.number}</strong>
      {!member.erased && <StatusBadge status={member.status} />}
      {member.paidUntil && (
        <span>
          {t("file.paidUntil")} <Day iso={member.paidUntil} />
        </span>
      )}
      {member.leftOn && member.leftReason === "transferred" && (
        <span>
          {t("file.transferredTo", { office: officeName(member.office) })} <Day iso={member.leftOn} />
        </span>
      )}
      {member.leftOn && member.leftReason !== "transferred" && (
        <span>
          {t("file.leftOn")} <Day iso={member.leftOn} />
          {member.leftReason && `, ${t(`departure.reasons.${member.leftReason}`).toLowerCase()}`}
        </span>
      )}
      {mergedNumbers.length > 0 && (
        <span className="numerals">{t("file.mergedNumbers", { numbers: mergedNumbers.join(", ") })}</span>
      )}
    </span>
  );
}

interface FileTabsProps extends OpenFileProps {
  /** Another office follows her: there is nothing to change here. */
  readonly elsewhere: boolean;
}

function FileTabs({ file, elsewhere, tabs }: FileTabsProps) {
  const { t } = useTranslation("membership");
  const [address, setAddress] = useSearchParams();
  const added = useAdded(tabs, file.member.erased);
  const shown = ["card", "history", ...added.map(({ id }) => id)].find((id) => id === address.get("tab"));
  return (
    <Panel>
      <Tabs
        value={shown ?? "dossier"}
        onChange={(tab) => setAddress(tab ? { tab } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="dossier">{t("file.tabs.dossier")}</Tabs.Tab>
          <Tabs.Tab value="card">{t("file.tabs.card")}</Tabs.Tab>
          {added.map(({ id, Label }) => (
            <Tabs.Tab key={id} value={id}>
              <Label />
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="history">{t("file.tabs.history")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="dossier">
          <DossierTab file={file} elsewhere={elsewhere} />
        </Tabs.Panel>
        <Tabs.Panel value="card">
          <CardTab file={file} elsewhere={elsewhere} />
        </Tabs.Panel>
        {added.map(({ id, Panel: Content }) => (
          <Tabs.Panel key={id} value={id}>
            <Content member={file.member} elsewhere={elsewhere} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="history">
          <HistoryTab history={file.history} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

/** The other features' tabs that this person may read; none of a record that was erased. */
function useAdded(tabs: readonly MemberTab[], erased: boolean): readonly MemberTab[] {
  const permissions = useSession()?.permissions ?? [];
  if (erased) return [];
  return tabs.filter(({ needs }) => needs.some((permission) => permissions.includes(permission)));
}
