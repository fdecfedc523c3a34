import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../src/contract/index.ts";

/** Requests that need an office and headquarters, both real. */
export type RoundTripName =
  | Extract<OperationName, `headquarters.${string}`>
  | "sync.snapshot"
  | "sync.importAnswer"
  | "sync.renewKey";

/** What typical requests need to stand there already. */
export interface RoundTripPrepared {
  readonly folder: string;
  readonly stick: string;
  readonly answer: string;
  readonly enrolment: Uint8Array;
  readonly fingerprint: string;
  readonly memberId: string;
  readonly pairId: string;
  readonly userId: string;
  readonly passphrase: string;
  readonly snapshotSha256: string;
}

/** One request that a screen would make of each. One without does not compile. */
export const ROUND_TRIP: { readonly [N in RoundTripName]: (about: RoundTripPrepared) => InputOf<N> } = {
  "headquarters.offices": () => ({}),
  "headquarters.office": () => ({ office: "KTL" }),
  "headquarters.invite": () => ({ code: "SEG", name: "Ségou", region: "Ségou", parentCode: null }),
  "headquarters.previewEnrolment": ({ enrolment }) => ({ bytes: enrolment }),
  "headquarters.enrol": ({ enrolment, fingerprint }) => ({ bytes: enrolment, fingerprint }),
  "headquarters.exportSigners": () => ({}),
  "headquarters.receive": ({ stick }) => ({ files: [stick] }),
  "headquarters.answer": ({ folder }) => ({ offices: null, folder }),
  "headquarters.duplicates": () => ({}),
  "headquarters.settleDistinct": ({ pairId }) => ({ id: pairId }),
  "headquarters.transfer": ({ memberId }) => ({ id: v7(), memberId, to: "MPT", mergeInto: null }),
  "headquarters.transfers": () => ({}),
  "headquarters.tiers": () => ({}),
  "headquarters.grantTier": ({ userId }) => ({ userId, tier: "rights" }),
  "headquarters.withdrawTier": ({ userId }) => ({ userId, tier: "rights" }),
  "headquarters.exportIdentity": ({ passphrase }) => ({ tier: "programme", passphrase }),
  "headquarters.readSnapshot": () => ({ office: "KTL" }),
  "headquarters.confirmSnapshot": ({ snapshotSha256 }) => ({ office: "KTL", sha256: snapshotSha256 }),
  "headquarters.renewKey": () => ({}),
  "headquarters.revokeKey": ({ fingerprint }) => ({ office: "KTL", fingerprint }),
  "sync.importAnswer": ({ answer }) => ({ files: [answer] }),
  "sync.renewKey": () => ({}),
  "sync.snapshot": ({ folder }) => ({ folder }),
};
