import { Group, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface DoneNoteProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** Scrolls just enough that the note is seen: the button that led to it may stand at the page's end. */
function reveal(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: "nearest" });
}

/** What was done, said where it was asked for, and read out. */
export function DoneNote({ title, children }: DoneNoteProps) {
  return (
    <Group ref={reveal} gap="sm" role="status" wrap="nowrap" align="flex-start">
      <IconCircleCheck size={28} color="var(--indigo-ink)" aria-hidden style={{ flex: "none" }} />
      <div>
        <Text fw={600}>{title}</Text>
        {children && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {children}
          </Text>
        )}
      </div>
    </Group>
  );
}
