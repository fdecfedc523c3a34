import { Stack } from "@mantine/core";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { PaymentsPanel } from "./PaymentsPanel.tsx";
import { SchedulePanel } from "./SchedulePanel.tsx";
import { WriteOffsPanel } from "./WriteOffsPanel.tsx";

/** What was asked for, and what was paid. */
export function AccountTab({ file }: { readonly file: LeaseFile }) {
  return (
    <Stack gap="lg">
      <SchedulePanel file={file} />
      <PaymentsPanel file={file} />
      {file.writeOffs.length > 0 && <WriteOffsPanel file={file} />}
    </Stack>
  );
}
