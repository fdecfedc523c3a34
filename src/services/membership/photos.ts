import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { MemberFile } from "../../contract/membership.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import { updateMemberPhoto } from "../../data/members.ts";
import { dropUnusedPhoto, insertPhoto, readPhoto as readStored } from "../../data/photos.ts";
import { jpegSize } from "../../domain/membership/jpeg.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { changeMember } from "./members.ts";

const LARGEST_BYTES = 60 * 1024;
const PROPORTION = 35 / 45;
/** One pixel of rounding on the shorter side of a small picture. */
const TOLERANCE = 0.02;

/** A picture of this office's register, and at headquarters of any office's. */
export function readPhoto(call: Call, input: { sha256: string }): Result<OutputOf<"membership.readPhoto">> {
  const own = readStored(call.office.reader, input.sha256);
  const national = own === undefined ? nationalWith(call, "identity") : null;
  const jpeg = national === null ? own : readStored(national.reader, input.sha256);
  return jpeg === undefined ? refuse("member.notFound") : accept({ jpeg });
}

function checkPhoto(jpeg: Uint8Array): Result<Uint8Array> {
  const size = jpegSize(jpeg);
  if (size === null) return refuse("member.photoNotJpeg", { field: "jpeg" });
  if (jpeg.length > LARGEST_BYTES) return refuse("member.photoTooLarge", { field: "jpeg" });
  const off = Math.abs(size.width / size.height - PROPORTION);
  return off > TOLERANCE ? refuse("member.photoProportions", { field: "jpeg" }) : accept(jpeg);
}

/** Sets or takes away the photograph; a picture that nobody shows any more is removed. */
export function setPhoto(call: Call, input: InputOf<"membership.setPhoto">): Result<MemberFile> {
  return changeMember(call, input.id, (door, member) => {
    const checked = input.jpeg === null ? null : checkPhoto(input.jpeg);
    if (checked !== null && !checked.ok) return checked;
    const sha256 = checked === null ? null : sha256Hex(checked.value);
    if (sha256 === member.photoSha256) return accept(null);
    if (checked !== null && sha256 !== null) insertPhoto(door, sha256, checked.value);
    updateMemberPhoto(door, member.id, sha256);
    if (member.photoSha256 !== null) dropUnusedPhoto(door, member.photoSha256);
    return accept(null);
  });
}
