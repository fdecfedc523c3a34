import { Stack } from "@mantine/core";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import classes from "../Lease.module.css";
import { ChangesPanel } from "./ChangesPanel.tsx";
import { TenantPanel } from "./TenantPanel.tsx";
import { TermsPanel } from "./TermsPanel.tsx";

/** What was agreed, with whom, and what has changed since. */
export function TermsTab({ file }: { readonly file: LeaseFile }) {
  return (
    <div className={classes.columns}>
      <Stack gap="lg">
        <TermsPanel file={file} />
        <ChangesPanel file={file} />
      </Stack>
      <TenantPanel file={file} />
    </div>
  );
}
