import { accept } from "../contract/results.ts";
import { listAudit } from "../services/access/audit.ts";
import { renewRecoveryCode } from "../services/access/recoveryCode.ts";
import {
  addUser,
  changePassphrase,
  listUsers,
  resetPassphrase,
  updateUser,
} from "../services/access/users.ts";
import { checkCard } from "../services/cards/check.ts";
import { countWaitingCards, printCards } from "../services/cards/printing.ts";
import { printReceipt } from "../services/cards/receipts.ts";
import { quote, replaceCard, sellTerm } from "../services/cards/sales.ts";
import { answer } from "../services/headquarters/answering.ts";
import { enrol, previewEnrolment } from "../services/headquarters/enrolments.ts";
import { exportSigners, invite, revokeOfficeKey } from "../services/headquarters/invitations.ts";
import { listOffices, readOffice } from "../services/headquarters/offices.ts";
import { renewOwnKey } from "../services/headquarters/ownKeys.ts";
import { receive } from "../services/headquarters/receiving.ts";
import {
  listDuplicates,
  listTransfers,
  settleDistinct,
  transferMember,
} from "../services/headquarters/settling.ts";
import { confirmSnapshot, readSnapshot } from "../services/headquarters/snapshots.ts";
import { exportIdentity, grantTier, listTiers, withdrawTier } from "../services/headquarters/tiers.ts";
import { previewImport, refusedRows, runImport } from "../services/imports/importing.ts";
import { cancelPolicy } from "../services/insurance/cancelling.ts";
import { checkups, memberCheckups, recordCheckup, voidCheckup } from "../services/insurance/checkups.ts";
import { claimCovers } from "../services/insurance/claimCovers.ts";
import { addClaimPhoto, readClaimPhoto } from "../services/insurance/claimPhotos.ts";
import { checkClaim, closeClaim, saveClaim } from "../services/insurance/claims.ts";
import { listClaims, readClaimFile } from "../services/insurance/claimViews.ts";
import { payContribution, quoteContribution } from "../services/insurance/contributions.ts";
import { decideClaim } from "../services/insurance/deciding.ts";
import { readFund } from "../services/insurance/fund.ts";
import { lifeAccount } from "../services/insurance/lifeAccounts.ts";
import { approveExit, requestExit } from "../services/insurance/lifeExits.ts";
import { payExit } from "../services/insurance/lifePayments.ts";
import { openExits } from "../services/insurance/openExits.ts";
import {
  printAccount,
  printAttestation,
  printDecision,
  printExit,
  printPolicy,
  printSummary,
} from "../services/insurance/papers.ts";
import { claimsToPay, payClaim } from "../services/insurance/paying.ts";
import { saveBeneficiaries, saveChildren } from "../services/insurance/people.ts";
import { plans, savePlan } from "../services/insurance/plans.ts";
import { enrol as enrolInsured, memberPolicies, policies, policy } from "../services/insurance/policies.ts";
import { reminders } from "../services/insurance/reminders.ts";
import { summarize } from "../services/insurance/summary.ts";
import { insuranceTasks } from "../services/insurance/tasks.ts";
import { suggestDuplicates } from "../services/membership/duplicates.ts";
import { eraseMember } from "../services/membership/erasure.ts";
import { exportList, printList } from "../services/membership/lists.ts";
import {
  listLocalities,
  listMembers,
  readMember,
  recordDeparture,
  registerMember,
  reinstate,
  updateMember,
} from "../services/membership/members.ts";
import { mergeMembers } from "../services/membership/merge.ts";
import { printConsent, printFile, printReferral } from "../services/membership/papers.ts";
import { readPhoto, setPhoto } from "../services/membership/photos.ts";
import { backUp } from "../services/office/backUp.ts";
import { checkUp } from "../services/office/checkUp.ts";
import { listFolders } from "../services/office/folders.ts";
import { readOverview } from "../services/office/overview.ts";
import { restoreBackup } from "../services/office/restoreBackup.ts";
import { readSettings, updateSettings } from "../services/office/settings.ts";
import { importAnswer, listAnswers, listSuggestions } from "../services/sync/answers.ts";
import { exportBundle } from "../services/sync/exporting.ts";
import { join, previewInvitation } from "../services/sync/joining.ts";
import { renewKey } from "../services/sync/renewing.ts";
import { sendSnapshot } from "../services/sync/snapshot.ts";
import { lookAtStick } from "../services/sync/stick.ts";
import { readHistory, readSyncState } from "../services/sync/syncState.ts";

import { cashbook } from "./cashbookHandlers.ts";
import type { Handlers } from "./handling.ts";
import { literacy } from "./literacyHandlers.ts";
import { rental } from "./rentalHandlers.ts";
import { reporting } from "./reportingHandlers.ts";

/** Contract → services. A request of the contract that has no handler here does not compile. */
export const handlers: Handlers = {
  office: {
    state: (desk) => desk.state(),
    create: (desk, input) => desk.create(input),
    overview: readOverview,
    readSettings,
    updateSettings,
    listFolders: (_, input) => listFolders(input.path),
    restore: (desk, input) => restoreBackup(desk.dataDir, input.folder),
    backUp: (call, input) => backUp(call, input.folder),
    checkUp,
  },
  access: {
    signIn: (desk, input) => desk.signIn(input),
    lock: (desk) => {
      desk.lock();
      return accept({});
    },
    stillHere: () => accept({}),
    changePassphrase,
    recover: (desk, input) => desk.recover(input),
    renewRecoveryCode: (call, input) => renewRecoveryCode(call, input.passphrase),
    listUsers,
    addUser,
    updateUser,
    resetPassphrase,
    listAudit,
  },
  membership: {
    listMembers,
    listLocalities,
    readMember,
    readPhoto,
    suggestDuplicates,
    registerMember,
    updateMember,
    setPhoto,
    recordDeparture,
    reinstate,
    mergeMembers,
    eraseMember,
    printFile,
    printConsent,
    printReferral,
    printList,
    exportList,
  },
  cards: {
    quote,
    sellTerm,
    replaceCard,
    printReceipt,
    print: printCards,
    waiting: countWaitingCards,
    check: checkCard,
  },
  imports: { preview: previewImport, run: runImport, refusedRows },
  cashbook,
  sync: {
    state: readSyncState,
    history: readHistory,
    answers: listAnswers,
    suggestions: listSuggestions,
    lookAtStick,
    previewInvitation: (call, input) => previewInvitation(call, input.bytes),
    join,
    export: (call, input) => exportBundle(call, input.folder),
    snapshot: sendSnapshot,
    importAnswer,
    renewKey,
  },
  headquarters: {
    offices: listOffices,
    office: readOffice,
    invite,
    previewEnrolment,
    enrol,
    revokeKey: revokeOfficeKey,
    renewKey: renewOwnKey,
    exportSigners,
    receive,
    answer,
    readSnapshot,
    confirmSnapshot,
    duplicates: listDuplicates,
    settleDistinct,
    transfer: transferMember,
    transfers: listTransfers,
    tiers: listTiers,
    grantTier,
    withdrawTier,
    exportIdentity,
  },
  insurance: {
    plans,
    savePlan,
    policies,
    policy,
    memberPolicies,
    enrol: enrolInsured,
    saveChildren,
    saveBeneficiaries,
    quoteContribution,
    payContribution,
    reminders,
    cancelPolicy,
    claimCovers,
    saveClaim,
    addClaimPhoto,
    claims: listClaims,
    claim: readClaimFile,
    readClaimPhoto,
    checkClaim,
    decideClaim,
    closeClaim,
    claimsToPay,
    payClaim,
    fund: readFund,
    lifeAccount,
    openExits,
    requestExit,
    approveExit,
    payExit,
    checkups,
    memberCheckups,
    recordCheckup,
    voidCheckup,
    summary: summarize,
    tasks: insuranceTasks,
    printPolicy,
    printDecision,
    printAccount,
    printExit,
    printAttestation,
    printSummary,
  },
  rental,
  literacy,
  reporting,
};
