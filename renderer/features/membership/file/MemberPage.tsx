import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
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

/** Everything about one member. */
export function MemberPage() {
  const { t } = useTranslation("membership");
  const { id = "" } = useParams();
  const file = useAsk("membership.readMember", { id });
  if (file.data) return <OpenFile key={id} file={file.data} />;
  return (
    <Page title={t("file.title")} back={{ to: "/members", label: t("title") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

function OpenFile({ file }: { readonly file: MemberFile }) {
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
        <FileTabs file={file} elsewhere={elsewhere} />
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

const TABS = ["dossier", "card", "history"] as const;

interface FileTabsProps {
  readonly file: MemberFile;
  /** Another office follows her: there is nothing to change here. */
  readonly elsewhere: boolean;
}

function FileTabs({ file, elsewhere }: FileTabsProps) {
  const { t } = useTranslation("membership");
  const [address, setAddress] = useSearchParams();
  const shown = TABS.find((tab) => tab === address.get("tab")) ?? "dossier";
  return (
    <Panel>
      <Tabs
        value={shown}
        onChange={(tab) => setAddress(tab ? { tab } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`file.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="dossier">
          <DossierTab file={file} elsewhere={elsewhere} />
        </Tabs.Panel>
        <Tabs.Panel value="card">
          <CardTab file={file} elsewhere={elsewhere} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryTab history={file.history} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}
