import type { ComponentType } from "react";
import type { Member } from "../../src/contract/membership.ts";
import type { Permission } from "../../src/contract/permissions.ts";

export interface MemberTabProps {
  readonly member: Member;
  /** Another office follows her: there is nothing to change here. */
  readonly elsewhere: boolean;
}

/** A tab that another feature adds to a member's page. The app hands it over: features do not know each other. */
export interface MemberTab {
  /** As it stands in the address: `?tab=insurance`. */
  readonly id: string;
  readonly Label: ComponentType;
  /** Shown to whoever may do one of these. */
  readonly needs: readonly Permission[];
  readonly Panel: ComponentType<MemberTabProps>;
}
