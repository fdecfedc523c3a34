import type { RefusalCode } from "../refusals.ts";
import { REPORTING_REFUSALS_EN } from "./reportingRefusals.en.ts";

/** One sentence a refusal. `refusalText` says how `{{value}}` and `[[part]]` are read. */
export const REFUSALS_EN: Readonly<Record<RefusalCode, string>> = {
  "request.invalid": "This value is not accepted. Correct it and try again.",
  "request.tooLong": "This text is too long[[: {{max}} characters at most]]. Shorten it.",
  "request.required": "This field is required. Fill it in and try again.",
  "request.cancelled": "The work was stopped as you asked. Nothing has changed.",
  "request.unknown": "Danaya does not know this request. Close the window and open it again.",
  "request.defect":
    "Sorry, something is wrong in Danaya. Nothing was saved. Try again; if it comes back, tell headquarters.",
  "access.notSignedIn": "Nobody is signed in. Enter your sign-in name and your passphrase.",
  "access.forbidden": "Your role does not allow this. Ask the coordinator.",
  "access.wrongPassphrase":
    "The sign-in name or the passphrase is not right. Check capital letters and try again[[ in {{seconds}} seconds]].",
  "access.tooManyTries": "Too many wrong tries. Wait[[ {{seconds}} seconds]] before you try again.",
  "access.passphraseWeak":
    "This passphrase is too easy to guess. Take four or five unrelated words, at least 10 characters.",
  "access.loginTaken": "This sign-in name is taken. Choose another one.",
  "access.loginInvalid":
    "A sign-in name has letters without accents, digits, a dot or a dash: 2 to 30 signs.",
  "access.userNotFound": "This person is not in the list of users. Open the list again and choose her anew.",
  "access.lastCoordinator": "She is the last active coordinator. First give this role to somebody else.",
  "access.roleNotHere": "This role exists only at headquarters. Choose a role of the branch.",
  "access.wrongRecoveryCode":
    "This recovery code is not right. Copy it from the printed sheet, group by group.",
  "access.keyringDamaged":
    "The key file is damaged: nobody can sign in. Put back the last backup, or call headquarters.",
  "access.samePassphrase": "The new passphrase is the same as the old one. Choose another one.",
  "office.alreadyExists": "There is an office in this folder already. Open it, or choose another folder.",
  "office.notFound": "There is no office in this folder. Choose the right folder, or create an office.",
  "office.codeInvalid": "An office code is three capital letters, for instance KTL.",
  "office.parentIsSelf":
    "An office cannot belong to itself. Write the code of the branch that it belongs to, or leave it empty.",
  "office.inUse": "This folder is already open in another Danaya window. Close that one first.",
  "database.newerVersion":
    "These data come from a newer version of Danaya. Install the new version, then open them again.",
  "database.wrongKey":
    "These data are locked by another key. Check that the folder is the one of your office.",
  "database.damaged":
    "The data file is damaged. Write nothing more: put back the last backup, or call headquarters.",
  "database.incomplete":
    "A part of the data file is missing. Write nothing more: put back the last backup, or call headquarters.",
  "disk.full": "There is no room left on this disk. Make room or take another stick, then try again.",
  "disk.notWritable":
    "This folder cannot be written to. Choose another one, or take off the stick’s write protection.",
  "disk.notFound":
    "This folder does not exist, or the stick is not plugged in. Plug it in and choose the folder again.",
  "disk.removed": "The stick was pulled out too early. Nothing is lost: plug it in and try again.",
  "backup.importUnfinished":
    "Taking in a stick was cut off there and is not put right yet. A coordinator must sign in there and open the page “Antennas” once; then try again.",
  "backup.notFound":
    "There is no backup in this folder. Choose the folder named after the office code and the date.",
  "disk.sameAsData": "This folder is the one of Danaya’s own data. Choose a USB stick or another disk.",
  "member.notFound": "This member is not in the register. Look for her again in the list.",
  "member.minor": "She is under 18 and cannot be a member. Prepare a referral note to LAKANA SO.",
  "member.birthInFuture": "This birth date is still to come. Check the year.",
  "member.birthTooOld": "This birth date is too long ago. Check the year.",
  "member.phoneInvalid":
    "This phone number does not exist. In Mali: 8 digits; for another country, begin with + and its code.",
  "member.joinedInFuture": "The joining date is still to come. Put today’s date or an earlier one.",
  "member.joinedBeforeBirth": "The joining date is before her birth. Check both dates.",
  "member.consentInFuture": "The date of consent is still to come. Put the day on which she signed.",
  "member.likelyDuplicate":
    "She may be registered already[[ under number {{number}}]]. Look at that file, then confirm that she is somebody else.",
  "member.alreadyLeft": "Her departure is recorded already. Open her file again to see the date.",
  "member.notLeft": "She has not left: there is no departure to undo.",
  "member.leftInFuture": "The day of departure is still to come. Put today’s date or an earlier one.",
  "member.leftBeforeJoined": "The day of departure is before she joined. Check both dates.",
  "member.mergeSelf": "This is the same file twice. Choose the other file to merge.",
  "member.merged": "This file was merged into another one[[, number {{number}}]]. Open that one.",
  "member.erased": "This file was erased at the member’s request. It cannot be changed any more.",
  "member.numberMismatch": "This is not the number of the open file. Copy the number from the file.",
  "member.photoNotJpeg": "This file is not a JPEG picture. Choose another one.",
  "member.photoTooLarge": "The picture is too large[[: {{max}} KB at most]]. Take it again or crop it.",
  "member.photoProportions":
    "The picture does not have the shape of an identity photograph (35 × 45). Crop it.",
  "card.none": "She has no card. Sell her one first.",
  "card.memberLeft": "She has left the association: no card is sold to her. First record that she came back.",
  "card.priceChanged":
    "The price of the card has changed meanwhile[[: {{price}} F CFA]]. Check the new price, then confirm.",
  "card.nothingToPrint": "No card waits to be printed.",
  "card.referenceMissing": "The reference of the payment is missing. Copy it from the message on the phone.",
  "voucher.notFound": "This voucher is not in the cash book. Open the list again and choose it anew.",
  "literacy.programmeUnknown": "This programme does not exist (any more). Choose one from the list.",
  "literacy.programmeOfHeadquarters": "This programme is headquarters’: only headquarters can change it.",
  "literacy.codeTaken": "This code is taken already. Choose another.",
  "literacy.skillInUse":
    "There are marks for this skill already[[: {{skill}}]]. It stays, and so does its highest mark.",
  "literacy.trainerUnknown": "This trainer is not in the list. Choose again.",
  "literacy.trainerNameless": "Write the trainer’s name, or choose a member.",
  "literacy.trainerTwice": "This member is a trainer already.",
  "literacy.phoneInvalid": "This telephone number does not exist. Write it like 76 12 34 56.",
  "literacy.cohortUnknown": "This class does not exist (any more). Go back to the list.",
  "literacy.cohortClosed": "This class is closed.",
  "literacy.endBeforeStart": "The class ends before it begins. Correct one of the days.",
  "literacy.datesEntered": "Sessions that were entered would fall outside these days[[: {{on}}]].",
  "literacy.programmeStays": "Women are enrolled already: the class keeps its programme.",
  "literacy.capacityBelow": "There are more women in the class already[[: {{attending}}]].",
  "literacy.sessionsMissing": "Past sessions are not entered[[: {{count}}]]. Enter or cancel them first.",
  "literacy.dayOutside": "This day is outside the class[[: from {{from}} to {{to}}]].",
  "literacy.dayInFuture": "This day is in the future. Correct it.",
  "literacy.alreadyEnrolled": "She follows a class of this level on that day already[[: {{number}}]].",
  "literacy.memberLeft": "This member has left the association. Reinstate her first.",
  "literacy.full": "The class is full[[: {{capacity}} places]]. Put her on the waiting list.",
  "literacy.enrolmentUnknown": "This enrolment does not exist (any more). Go back to the class.",
  "literacy.notWaiting": "She is not on the waiting list.",
  "literacy.notAttending": "She is not in the class.",
  "literacy.notLeft": "She has not left this class.",
  "literacy.sameCohort": "She is in this class already. Choose another.",
  "literacy.otherLevel": "That class is of another level. End here, then enrol her there.",
  "literacy.marksAfter": "Attendance has been entered after this day already[[: on {{on}}]].",
  "literacy.beforeStart": "That is before she came into the class[[: {{from}}]].",
  "literacy.notInClassThen": "A woman is not enrolled on that day[[: {{number}}, {{on}}]].",
  "literacy.notInRhythm": "No session is planned then[[: {{on}} at {{at}}]]. Add it as an extra one.",
  "literacy.sessionTwice": "This session is there twice[[: {{on}} at {{at}}]].",
  "literacy.sessionUnknown": "This session does not exist (any more). Go back to the week.",
  "literacy.sessionHeld": "This session took place: attendance has been entered.",
  "literacy.sessionCancelled": "This session is cancelled[[: {{on}}]]. Restore it first.",
  "literacy.holidayThere": "There is a feast on that day already.",
  "literacy.holidayFixed": "The public holidays of every year do not change.",
  "literacy.holidayOfHeadquarters": "This feast is headquarters’: only headquarters can change it.",
  "literacy.markOffScale": "This mark is off the scale[[: from 0 to {{most}}]].",
  "literacy.skillUnknown": "This skill is not in the programme.",
  "literacy.noEndYet": "A retake comes after the end assessment.",
  "literacy.alreadyCertified": "She has her certificate already: her marks do not change any more.",
  "literacy.nobodyToCertify": "Nobody waits for a certificate in this class.",
  "literacy.certificateUnknown": "This certificate does not exist. Open the list again.",
  "literacy.feeTooMuch": "That is more than what is left to pay[[: {{left}} F CFA]].",
  "literacy.allowanceNothing": "Every session held has been paid to this trainer already.",
  "literacy.allowanceChanged":
    "The amount is no longer the one on the screen[[: it is {{amount}} F CFA]]. Check, then try again.",
  "literacy.handOutUnknown": "This hand-out does not exist or is voided already.",
  "literacy.spanWrong": "The beginning is after the end. Correct one of the days.",
  "literacy.spanTooLong": "Choose five years at most.",
  "cashbook.monthClosed":
    "The month is closed[[: {{month}}]]. Choose a day of an open month; only headquarters can reopen one.",
  "cashbook.dateInFuture": "This day is in the future. A voucher is dated today at the latest.",
  "cashbook.dateTooEarly": "This day is too long ago[[: not before {{on}}]]. Check the year.",
  "cashbook.accountUnknown": "This account is not in the chart. Choose one from the list.",
  "cashbook.accountAutomatic":
    "This account is booked by itself, from its own page (cards, rents, insurance). Choose another.",
  "cashbook.accountSide":
    "This account does not go that way: a receipt takes an income account, a payment an expense account.",
  "cashbook.accountClosed": "This account is no longer in use. Choose another.",
  "cashbook.tillUnknown": "This cash box does not exist in this office. Choose one from the list.",
  "cashbook.tillClosed": "This cash box is closed. Choose another.",
  "cashbook.tillNotEmpty": "There is money left in this cash box[[: {{left}} F CFA]]. Transfer it first.",
  "cashbook.tillKind": "A cash box does not change its kind. Open a new one.",
  "cashbook.tillNameMissing": "Give this cash box a name: it tells it from the others.",
  "cashbook.tillPrincipal": "The principal cash box cannot be closed: income goes into it by itself.",
  "cashbook.sameTill": "Choose two different cash boxes.",
  "cashbook.projectUnknown": "This project is not in the list. Choose one, or leave it empty.",
  "cashbook.projectNotThen": "This project does not run on that day[[: from {{from}} to {{to}}]].",
  "cashbook.openingThere": "The opening balance of this cash box is recorded already.",
  "cashbook.countChanged":
    "Something was just booked in this cash box[[: it should hold {{expected}} F CFA]]. Check, then try again.",
  "cashbook.countReason": "Say where the difference comes from: it is printed on the count sheet.",
  "cashbook.countKind": "A cash box is counted in notes and coins, an account by its statement.",
  "cashbook.alreadyReversed": "This voucher has already been reversed[[ by {{number}}]].",
  "cashbook.isReversal": "This voucher reverses another: it cannot be reversed. Book the right one anew.",
  "cashbook.undoneElsewhere": "This voucher is not reversed here: correct it on the page where it came from.",
  "cashbook.builtUpon": "Other vouchers build upon this one. Reverse the latest first[[: {{number}}]].",
  "cashbook.monthRunning": "This month is not over. It is closed from the first day of the next one.",
  "cashbook.monthClosedAlready": "This month is closed already.",
  "cashbook.earlierOpen": "An earlier month is still open[[: {{month}}]]. Close it first.",
  "cashbook.closingChanged":
    "The balance is no longer the one on the screen[[: it is {{closing}} F CFA]]. Check, then try again.",
  "cashbook.monthNotClosed": "This month is not closed: there is nothing to reopen.",
  "cashbook.nothingInMonth": "There is no voucher up to this month.",
  "cashbook.chartOfHeadquarters": "The chart of accounts is headquarters’: only headquarters can change it.",
  "cashbook.codeTaken": "This code is taken already. Choose another.",
  "cashbook.automaticStays":
    "Danaya books this account by itself: its name and number may change, nothing else.",
  "cashbook.accountInUse": "There are vouchers on this account: its side can no longer change.",
  "cashbook.projectDates": "The end is before the beginning. Correct one of the days.",
  "cashbook.projectOfHeadquarters": "This project is headquarters’: only headquarters can change it.",
  "cashbook.budgetTwice": "This account already has a line for this project and year. Change that one.",
  "cashbook.tooManyPhotos": "Four photographs at most for a voucher.",
  "cashbook.remittanceUnknown":
    "Headquarters’ data do not hold this remittance. Read the office’s stick first.",
  "cashbook.remittanceReceived": "This remittance is booked already.",
  "cashbook.remitToItself":
    "This is headquarters: it sends itself nothing. Use a transfer between cash boxes.",
  "cashbook.spanWrong": "The beginning is after the end. Correct one of the days.",
  "cashbook.bookTooLong":
    "These are too many vouchers to print[[: {{total}}, at most {{most}}]]. Choose fewer days, or export the journal.",
  "rental.premisesUnknown": "These premises do not exist (any more). Go back to the board.",
  "rental.premisesTaken":
    "These premises are let on that day[[: lease {{number}}]]. Choose others, or another day.",
  "rental.premisesRetired": "These premises are out of use. Take them back into use first.",
  "rental.premisesLet": "These premises are let[[: lease {{number}}]]. End the lease first.",
  "rental.codeTaken": "Other premises have this name already. Choose another.",
  "rental.tenantUnknown": "This tenant is not in the list. Choose again.",
  "rental.phoneInvalid": "This telephone number does not exist. Write it like 76 12 34 56.",
  "rental.leaseUnknown": "This lease does not exist (any more). Go back to the list.",
  "rental.leaseEnded": "This lease has ended[[ on {{on}}]].",
  "rental.leaseRunning": "This lease still runs. End it first.",
  "rental.endBeforeStart": "The lease ends before it begins. Correct one of the days.",
  "rental.sharesWrong": "The premises’ shares must make the rent together[[; they make {{sum}} F CFA]].",
  "rental.chargesEmpty": "Give the price of one meter at least.",
  "rental.periodPaid": "Periods have been paid already[[ until {{until}}]]. Choose a day after them.",
  "rental.beforeLease": "This day is before the lease begins[[: {{from}}]].",
  "rental.afterLease": "This day is after the lease ends[[: {{to}}]].",
  "rental.rentSame": "That is the rent on that day already. Write the new one.",
  "rental.rateWrong": "This rate does not give this rent[[: {{rent}} F CFA]]. Check, then try again.",
  "rental.renewalNotLater": "The new end must be after the old one[[: {{to}}]].",
  "rental.monthsWrong": "The last month is before the first.",
  "rental.changeUnknown": "This change does not exist or is voided already.",
  "rental.meterUnknown": "This lease has no such meter. Choose one from the list.",
  "rental.readingLower":
    "The meter showed more last time[[: {{last}}]]. Check the reading, or tick “new meter”.",
  "rental.readingEarlier": "There is a later reading already[[: on {{on}}]]. Correct the day.",
  "rental.dayInFuture": "This day is in the future. Correct it.",
  "rental.notSettled":
    "This period is not wholly paid[[: {{left}} F CFA are left]]. Print a receipt; the rent receipt comes with the last franc.",
  "rental.nothingThere": "There is nothing to print for this month.",
  "rental.nothingLate": "Nothing is late on this lease: there is nothing to remind of.",
  "rental.tooMuch": "That is more than is owed[[: {{left}} F CFA]].",
  "rental.depositTooMuch": "That is more than the deposit held[[: {{held}} F CFA]].",
  "rental.depositNothing": "Write one amount at least.",
  "rental.depositReason": "Say what is kept, and why: it is printed on the settlement.",
  "rental.advanceTooMuch": "That is more than the advance[[: {{left}} F CFA]].",
  "rental.promiseInPast": "The promised day is over. Write one to come.",
  "rental.promiseIncomplete": "A promise has a day and an amount. Write both.",
  "rental.writeOffUnknown": "This write-off does not exist or is voided already.",
  "rental.inspectionUnknown": "This inspection does not exist. Go back to the lease.",
  "rental.tooManyPhotos": "Six photographs at most for premises.",
  "rental.spanTooLong": "Choose twenty-four months at most.",
  "import.empty": "This file is empty. Choose the register that has the members in it.",
  "import.notASpreadsheet": "This file is not a table. Choose an Excel (.xlsx) or CSV file.",
  "import.tooManyColumns":
    "This table has too many columns[[: {{columns}}, where {{max}} are allowed]]. Delete the empty columns on the right and try again.",
  "import.tooManyRows": "This table has too many rows[[: {{max}} at most]]. Cut it into several files.",
  "import.tooLarge": "This file is too large[[: {{max}} MB at most]]. Cut it into several files.",
  "import.noHeader":
    "The line of headings cannot be found. Put a line with “Nom”, “Prénom”, “Téléphone”… above the names.",
  "import.noNameColumn": "No column holds the names. Say which column is the name.",
  "import.columnTwice": "Two columns were given the same meaning[[: {{field}}]]. Keep one of them.",
  "import.encrypted":
    "This file is protected by a password. Open it in Excel, take the password off and save it.",
  "import.oldExcel": "This file comes from an old Excel (.xls). Open it and save it as .xlsx.",
  "sync.notJoined":
    "This office is not linked to headquarters yet. Ask headquarters for an invitation and open it on the “USB stick” page.",
  "sync.alreadyJoined":
    "This office is linked to headquarters already. To change headquarters, call it first.",
  "sync.notABundle":
    "This file is damaged, or it is not from Danaya. Copy it again, or choose a file that ends in .danaya.",
  "sync.notAnInvitation":
    "This file is not an invitation from headquarters. Ask headquarters to give it to you again.",
  "sync.forAnotherOffice":
    "This file is made for another office[[: {{office}}]]. Ask headquarters for yours.",
  "sync.badSignature":
    "The signature of this file is not right: it was changed or damaged. Do not use it and call headquarters.",
  "sync.partDamaged": "A part of this file is damaged. Copy it to the stick again and retry.",
  "sync.fingerprintMismatch":
    "The fingerprint is not the one of the file. Go no further and call headquarters.",
  "sync.nothingToSend": "There is nothing new to send to headquarters.",
  "sync.newerFormat":
    "This file comes from a newer version of Danaya. Install the new version, then try again.",
  "sync.signerUnknown":
    "Whoever signed this file is not known[[: {{office}}]]. Do not use it and call headquarters.",
  "sync.readBackFailed":
    "What was written to the stick does not read back right. The stick may be damaged: take another one and try again.",
  "sync.newerSchema":
    "This file comes from a newer version of Danaya. Install the new version, then try again.",
  "sync.notForHere":
    "This file is meant for another recipient[[: {{office}}]]. Put it back on the stick and pass it on.",
  "sync.notAnAnswer":
    "There is no answer of headquarters for this office among these files. Choose another stick or folder.",
  "sync.olderAnswer": "This answer of headquarters is older than the last one read. There is nothing to do.",
  "sync.contentDamaged":
    "What is in this file does not match its chain of digests[[ (entry {{seq}})]]. It was not read: ask whoever made it for a new one.",
  "sync.notFresh":
    "This office already has members or vouchers: an office is taken back from headquarters only into a new one.",
  "sync.nothingToSettle": "This office and headquarters agree: no whole copy is needed.",
  "headquarters.notHere": "This is done at headquarters only.",
  "headquarters.officeUnknown": "Headquarters does not know this office[[: {{office}}]]. Invite it first.",
  "headquarters.ownOffice": "This is headquarters itself: it does not invite itself.",
  "headquarters.parentUnknown": "The antenna it belongs to is not known. Invite that one first.",
  "headquarters.notAnEnrolment":
    "This file is not an office's enrolment. Choose the file “…-inscription.danaya”.",
  "headquarters.notInvited":
    "This office was not invited[[: {{office}}]]. Invite it first, then ask it for a new enrolment.",
  "headquarters.alreadyActive":
    "This office has a confirmed key already[[: {{office}}]]. If its laptop is lost, revoke the old key first.",
  "headquarters.keyUnknown":
    "This file is signed by a key that headquarters does not know[[ for {{office}}]]. Do not use it and call the office.",
  "headquarters.keyRevoked":
    "This file is signed by a revoked key[[ of {{office}}]]: it may come from a lost laptop. It was not read.",
  "headquarters.noTier":
    "No reading key was entrusted to you. Ask the coordinator, on the page “Who reads what”.",
  "headquarters.otherSeal":
    "This file is sealed with a key that headquarters does not have or that you do not hold: its office was probably joined to another headquarters. It was not read: call the office.",
  "headquarters.tierNotHeld": "You do not hold this reading key: only a person who holds it can give it.",
  "headquarters.tierAlone": "She is the last person who holds this reading key. Give it to another first.",
  "headquarters.personNotReady": "This person must first open Danaya once with her passphrase.",
  "headquarters.foreignRow":
    "This file speaks of a record that is not this office's[[ (entry {{seq}})]]. It was not read: call the office.",
  "headquarters.unknownEntity":
    "This file holds what Danaya does not know[[ (entry {{seq}})]]. Install the new version, then try again.",
  "headquarters.fork":
    "This office's history parts from headquarters'[[ at entry {{seq}}]]: its laptop was probably restored from an old copy. Nothing was read.",
  "headquarters.rollback":
    "This office has fewer entries than headquarters[[: {{last}} against {{held}}]]. Its laptop was restored from an old copy. Headquarters lost nothing; ask it for a whole copy.",
  "headquarters.oldEpoch":
    "This file is from before the whole copy that settled this office with headquarters. It was not read.",
  "headquarters.nothingToConfirm":
    "There is no whole copy to confirm for this office, or another one has come since. Look again.",
  "headquarters.duplicateUnknown": "This pair is settled already.",
  "headquarters.transferOpen":
    "A transfer of this member is under way already. Wait until both offices have done it.",
  "headquarters.transferSame": "This member is in this office already. Choose another.",
  "headquarters.notANationalMember": "This member is not in the registers that headquarters received.",
  "member.elsewhere":
    "This member is followed by another office[[: {{office}}]]. Only that office can change her record.",
  "insurance.planUnknown": "This plan is not in force on that day. Choose another plan or day.",
  "insurance.planStarted": "A plan in force is not changed: give the new version a day to come.",
  "insurance.planKind": "This code is that of a plan of another kind. Choose another code.",
  "insurance.planOfHeadquarters": "This is headquarters' plan: only headquarters can change it.",
  "insurance.policyUnknown": "This policy does not exist. Go back to the list.",
  "insurance.policyEnded": "This policy has ended[[ on {{on}}]].",
  "insurance.alreadyInsured": "She has a running policy on this plan already[[: {{number}}]].",
  "insurance.memberLeft":
    "She has left the association: nothing is insured or taken for her. First record that she came back.",
  "insurance.effectiveTooEarly": "A policy does not begin before today. Choose a day from today on.",
  "insurance.noChildren": "This plan does not insure children.",
  "insurance.childTooOld": "This child is older than the plan insures[[: {{age}} years]].",
  "insurance.sharesWrong": "The shares must add up to 100 %[[; they make {{sum}} %]].",
  "insurance.beneficiaryMissing": "Name at least one person to be paid on death.",
  "insurance.amountChanged":
    "The amount is no longer the one on screen[[: {{amount}} F CFA]]. Look again before taking it.",
  "insurance.nothingDue": "There is no period to pay for this policy.",
  "insurance.dayOutside": "This day is outside the policy. Correct the date.",
  "insurance.notLife": "This is done for a life and retirement policy only.",
  "insurance.notHealth": "This is done for a health policy only.",
  "insurance.exitOpen": "An exit from the fund is under way already for this policy.",
  "insurance.exitUnknown": "This exit does not exist or is settled already.",
  "insurance.exitWaiting": "The waiting time is not over[[: until {{until}}]].",
  "insurance.exitTooYoung": "She has not reached the plan's age yet[[: {{age}} years]].",
  "insurance.birthUnknown":
    "Her birth date is missing: her age is not known without it. Complete her record.",
  "insurance.samePerson": "A person other than the one who entered it must decide.",
  "insurance.beyondFund":
    "This payment takes the fund below zero[[: {{balance}} F CFA are left]]. Only the coordinator can allow it.",
  "claim.unknown": "This claim does not exist. Go back to the list.",
  "claim.careInFuture": "The day of care is in the future. Correct it.",
  "claim.childUnknown": "This child is not insured by this policy.",
  "claim.facilityUnknown": "This facility is not in the plan's list.",
  "claim.notDraft": "This claim was submitted: it can no longer be changed.",
  "claim.notNow": "This claim is not at this step. Look again.",
  "claim.noteMissing": "Say why the claim is rejected: it is printed on the decision.",
  "claim.headquartersDecides": "From this amount headquarters decides: the claim goes with the next stick.",
  "claim.tooMuch": "This is more than what is left to pay[[: {{left}} F CFA]].",
  "claim.tooManyPhotos": "Six photographs at most for a claim.",
  "checkup.inFuture": "The day of the check-up is in the future. Correct it.",
  "checkup.twice": "This check-up is recorded already.",
  "checkup.unknown": "This check-up does not exist or is voided already.",
  "checkup.none": "No check-up is recorded this month: the attestation cannot be made.",
  ...REPORTING_REFUSALS_EN,
};
