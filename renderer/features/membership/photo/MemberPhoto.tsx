import type { Member } from "../../../../src/contract/membership.ts";
import { useTell } from "../../../lib/calls.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import { PhotoSlot } from "./PhotoSlot.tsx";

/** The photograph of a member who is in the register; a change is kept at once. */
export function MemberPhoto({ member, width }: { readonly member: Member; readonly width: number }) {
  const text = useRefusalText();
  const { tell } = useTell("membership.setPhoto");
  const mayChange = useMay("members.write");
  const keep = async (jpeg: Uint8Array | null) => {
    const result = await tell({ id: member.id, jpeg });
    return result.ok ? null : text(result.refusal);
  };
  if (!mayChange) return <PhotoOf sha256={member.photoSha256} width={width} />;
  return (
    <PhotoSlot
      has={member.photoSha256 !== null}
      picture={<PhotoOf sha256={member.photoSha256} width={width} />}
      onPhoto={keep}
    />
  );
}
