import type { CardCheck, CertificateVerdict } from "../../contract/cards.ts";
import type { MemberRow } from "../../contract/membership.ts";
import {
  type CertificateRead,
  isCertificateGenuine,
  readCertificateText,
} from "../../crypto/certificateSeal.ts";
import { parseSshPublicKey } from "../../crypto/signing.ts";
import { listCardKeys } from "../../data/cards.ts";
import { readCertificateByNumber, type StoredCertificate } from "../../data/literacy/assessments.ts";
import { readStay } from "../../data/literacy/enrolments.ts";
import { readListed } from "../../data/memberLists.ts";
import { readMember } from "../../data/members.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { rowOf, termRules } from "../membership/views.ts";
import { nationalWith, paidBy } from "../scope.ts";

/** Whether the office whose number it bears sealed it: a certificate stays with the office that held the class. */
function isSealed(reader: Reader, read: CertificateRead): "yes" | "no" | "unknownOffice" {
  const keys = listCardKeys(reader, read.office).filter(({ office }) => office === read.office);
  if (keys.length === 0) return "unknownOffice";
  const seals = keys.some(({ publicKey }) => {
    const key = parseSshPublicKey(publicKey);
    return key !== null && isCertificateGenuine(read, key);
  });
  return seals ? "yes" : "no";
}

interface Known {
  readonly stored: StoredCertificate | undefined;
  /** Whose it is: the name on the paper is in no code, and is compared by eye. */
  readonly member: MemberRow | null;
}

function known(call: Call, read: CertificateRead): Known {
  const { reader, code } = call.office;
  const national = read.office === code ? null : nationalWith(call, "programme");
  const from = national?.reader ?? reader;
  const stored = readCertificateByNumber(from, read.number);
  const stay = stored === undefined ? undefined : readStay(from, stored.enrolmentId);
  const holder = stay === undefined ? undefined : readMember(from, stay.memberId);
  if (holder === undefined || holder.erasedAt !== null) return { stored, member: null };
  const listed = readListed(from, holder.id, national === null ? "term" : paidBy(national));
  const rules = termRules(readSettings(reader));
  return { stored, member: listed === undefined ? null : rowOf(listed, rules, call.today()) };
}

/** What a genuine seal is worth beside the register: this office knows every certificate that it gave. */
function verdictOf(
  call: Call,
  read: CertificateRead,
  stored: StoredCertificate | undefined,
): CertificateVerdict {
  if (stored === undefined) return read.office === call.office.code ? "forged" : "valid";
  if (stored.issuedOn !== read.issuedOn) return "forged";
  return stored.voided ? "withdrawn" : "valid";
}

/** Checks the text of a certificate's QR offline. @returns null where it is no certificate's */
export function checkCertificate(call: Call, text: string): CardCheck | null {
  const read = readCertificateText(text);
  if (read === null) return null;
  const { number, issuedOn } = read;
  const about = { number, issue: null, validUntil: null, member: null };
  const nothing = { issuedOn, programmeName: null };
  const sealed = isSealed(call.office.reader, read);
  if (sealed !== "yes")
    return { ...about, verdict: sealed === "no" ? "forged" : "unknownOffice", certificate: nothing };
  const { stored, member } = known(call, read);
  const verdict = verdictOf(call, read, stored);
  if (verdict === "forged") return { ...about, verdict, certificate: nothing };
  const programmeName = stored?.programmeName ?? null;
  return { ...about, verdict, member, certificate: { issuedOn, programmeName } };
}
