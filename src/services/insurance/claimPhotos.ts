import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { ClaimFile } from "../../contract/insuranceClaims.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import { isClaimPhoto, type StoredClaim, updateClaimPhotos } from "../../data/insurance/claims.ts";
import { insertPhoto, readPhoto } from "../../data/photos.ts";
import { jpegSize } from "../../domain/membership/jpeg.ts";
import type { Call } from "../call.ts";
import { changeClaim } from "./claims.ts";

/** A receipt must stay legible; a member's portrait need not. */
const LARGEST_KIB = 300;
const MOST = 6;

const TAKES_PHOTOS: ReadonlySet<StoredClaim["state"]> = new Set(["draft", "submitted", "checked"]);

/**
 * Adds the photograph of a receipt until the claim is decided. It stays in this office: no bundle carries it. The same
 * picture twice is one.
 */
export function addClaimPhoto(call: Call, input: InputOf<"insurance.addClaimPhoto">): Result<ClaimFile> {
  return changeClaim(call, input.id, (door, claim) => {
    if (jpegSize(input.jpeg) === null) return refuse("member.photoNotJpeg", { field: "jpeg" });
    if (input.jpeg.length > LARGEST_KIB * 1024)
      return refuse("member.photoTooLarge", { field: "jpeg", values: { max: LARGEST_KIB } });
    const sha256 = sha256Hex(input.jpeg);
    if (claim.photos.includes(sha256)) return accept(null);
    if (!TAKES_PHOTOS.has(claim.state)) return refuse("claim.notNow");
    if (claim.photos.length >= MOST) return refuse("claim.tooManyPhotos", { field: "jpeg" });
    insertPhoto(door, sha256, input.jpeg);
    updateClaimPhotos(door, claim.id, [...claim.photos, sha256]);
    return accept(null);
  });
}

/** A picture that a claim of this register shows; no other. */
export function readClaimPhoto(
  call: Call,
  input: { sha256: string },
): Result<OutputOf<"insurance.readClaimPhoto">> {
  const { reader } = call.office;
  const jpeg = isClaimPhoto(reader, input.sha256) ? readPhoto(reader, input.sha256) : undefined;
  return jpeg === undefined ? refuse("claim.unknown") : accept({ jpeg });
}
