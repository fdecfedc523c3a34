import type { VoucherFile } from "../../contract/cashbookTerms.ts";
import type { InputOf, OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import {
  insertVoucherPaper,
  isVoucherPhoto,
  readVoucherPaper,
  updateVoucherPhotos,
} from "../../data/cashbook/papers.ts";
import { insertPhoto, readPhoto } from "../../data/photos.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { jpegSize } from "../../domain/membership/jpeg.ts";
import type { Call } from "../call.ts";
import { voucherFile } from "./voucherFile.ts";

/** A bill must stay legible. */
const LARGEST_KIB = 300;
const MOST = 4;

function keep(call: Call, door: WriteDoor, id: string, jpeg: Uint8Array): Result<null> {
  const paper = readVoucherPaper(door, id);
  const photos = paper?.photos ?? [];
  const sha256 = sha256Hex(jpeg);
  if (photos.includes(sha256)) return accept(null);
  if (photos.length >= MOST) return refuse("cashbook.tooManyPhotos", { field: "jpeg" });
  insertPhoto(door, sha256, jpeg);
  if (paper === undefined)
    insertVoucherPaper(door, { id: call.world.newId(), voucherId: id, payee: "", photos: [sha256] });
  else updateVoucherPhotos(door, paper.id, [...photos, sha256]);
  return accept(null);
}

/**
 * Adds the photograph of a voucher's paper, also when its month is closed: no franc changes by it. It stays in this
 * office. The same picture twice is one.
 */
export function addPhoto(call: Call, input: InputOf<"cashbook.addPhoto">): Result<VoucherFile> {
  const { id, jpeg } = input;
  const done = call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    if (readVoucher(door, id) === undefined) return refuse("voucher.notFound", { field: "id" });
    if (jpegSize(jpeg) === null) return refuse("member.photoNotJpeg", { field: "jpeg" });
    if (jpeg.length > LARGEST_KIB * 1024)
      return refuse("member.photoTooLarge", { field: "jpeg", values: { max: LARGEST_KIB } });
    return keep(call, door, id, jpeg);
  });
  return done.ok ? voucherFile(call, { id }) : done;
}

/** A picture that a voucher of this register shows; no other. */
export function readVoucherPhoto(
  call: Call,
  input: { sha256: string },
): Result<OutputOf<"cashbook.readPhoto">> {
  const { reader } = call.office;
  const jpeg = isVoucherPhoto(reader, input.sha256) ? readPhoto(reader, input.sha256) : undefined;
  return jpeg === undefined ? refuse("voucher.notFound", { field: "sha256" }) : accept({ jpeg });
}
