import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { Premises } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import { insertPhoto, readPhoto } from "../../data/photos.ts";
import { isPremisesPhoto, updatePremisesPhotos } from "../../data/rental/premises.ts";
import { jpegSize } from "../../domain/membership/jpeg.ts";
import type { Call } from "../call.ts";
import { changePremises } from "./premises.ts";

const LARGEST_KIB = 300;
const MOST = 6;

/** Adds a photograph of premises. It stays in this office. The same picture twice is one. */
export function addPremisesPhoto(call: Call, input: InputOf<"rental.addPremisesPhoto">): Result<Premises> {
  return changePremises(call, input.id, (door, stored) => {
    if (jpegSize(input.jpeg) === null) return refuse("member.photoNotJpeg", { field: "jpeg" });
    if (input.jpeg.length > LARGEST_KIB * 1024)
      return refuse("member.photoTooLarge", { field: "jpeg", values: { max: LARGEST_KIB } });
    const sha256 = sha256Hex(input.jpeg);
    if (stored.photos.includes(sha256)) return accept(null);
    if (stored.photos.length >= MOST) return refuse("rental.tooManyPhotos", { field: "jpeg" });
    insertPhoto(door, sha256, input.jpeg);
    updatePremisesPhotos(door, stored.id, [...stored.photos, sha256]);
    return accept(null);
  });
}

/** A picture that premises of this register show; no other. */
export function readPremisesPhoto(
  call: Call,
  input: { sha256: string },
): Result<OutputOf<"rental.readPremisesPhoto">> {
  const { reader } = call.office;
  const jpeg = isPremisesPhoto(reader, input.sha256) ? readPhoto(reader, input.sha256) : undefined;
  return jpeg === undefined ? refuse("rental.premisesUnknown", { field: "sha256" }) : accept({ jpeg });
}
