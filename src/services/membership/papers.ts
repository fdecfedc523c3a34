import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import { readPhoto } from "../../data/photos.ts";
import type { Reader } from "../../data/reader.ts";
import { consentForm } from "../../documents/consentForm.ts";
import type { PaperPhoto } from "../../documents/design/paper.ts";
import { memberFile } from "../../documents/memberFile.ts";
import { referralNote } from "../../documents/referralNote.ts";
import type { Call } from "../call.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { orElsewhere, readLiving } from "./members.ts";
import { fileOf } from "./views.ts";

export function photoFor(reader: Reader, sha256: string | null): PaperPhoto | null {
  const jpeg = sha256 === null ? undefined : readPhoto(reader, sha256);
  return sha256 === null || jpeg === undefined ? null : { sha256, jpeg };
}

/** Her own copy of all that is held about her, from the office that follows her; handing it out is noted. */
export async function printFile(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const { reader } = call.office;
  const file = orElsewhere(call, fileOf(reader, input.id, call.today()), input.id);
  if (!file.ok) return file;
  const { number, photoSha256, office } = file.value.member;
  if (office !== call.office.code) return refuse("member.elsewhere", { field: "id", values: { office } });
  const definition = memberFile({
    ...paperContext(call),
    file: file.value,
    printedBy: call.user.name,
    photo: photoFor(reader, photoSha256),
  });
  const paper = await pdfFile(call.world, `${number}-dossier`, definition);
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "printFile", reference: number })),
  );
  return accept(paper);
}

export async function printConsent(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const member = orElsewhere(call, readLiving(call, call.office.reader, input.id), input.id);
  if (!member.ok) return member;
  const { number, details } = member.value;
  const name = `${details.surname} ${details.firstNames}`;
  return accept(
    await pdfFile(
      call.world,
      `${number}-consentement`,
      consentForm({ ...paperContext(call), member: { number, name } }),
    ),
  );
}

/** The note for LAKANA SO. Nothing about the girl is stored; that a note was written is counted. */
export async function printReferral(
  call: Call,
  note: InputOf<"membership.printReferral">,
): Promise<Result<FileOutput>> {
  const definition = referralNote({ ...paperContext(call), note, sentBy: call.user.name });
  const paper = await pdfFile(call.world, `${call.office.code}-orientation-${call.today()}`, definition);
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "referral" })),
  );
  return accept(paper);
}
