import { Button, type ButtonProps } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import type { FileOutput } from "../../src/contract/primitives.ts";
import type { Refusal, Result } from "../../src/contract/results.ts";
import { useTell } from "../lib/calls.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { useShowFile } from "./useShowFile.tsx";

/** Operations that hand out a finished file. */
type FileOperation = {
  [N in OperationName]: OutputOf<N> extends FileOutput ? N : never;
}[OperationName];

/** Makes a paper and shows it. */
export function usePrint<N extends FileOperation>(operation: N) {
  const showFile = useShowFile();
  const { tell, pending } = useTell(operation, { invalidates: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const print = async (input: InputOf<N>) => {
    // `FileOperation` has only those whose answer is a file.
    const result = (await tell(input)) as Result<FileOutput>;
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) showFile(result.value);
  };
  return { print, pending, refusal };
}

interface PrintButtonProps<N extends FileOperation> extends Pick<ButtonProps, "variant" | "size"> {
  readonly operation: N;
  readonly input: InputOf<N>;
  readonly label: string;
  /** Says whose paper it is, where the label alone stands on every line of a list. */
  readonly about?: string;
}

export function PrintButton<N extends FileOperation>(props: PrintButtonProps<N>) {
  const { operation, input, label, about, variant = "default", size = "sm" } = props;
  const { print, pending, refusal } = usePrint(operation);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        leftSection={<IconPrinter size={16} aria-hidden />}
        aria-label={about}
        loading={pending}
        onClick={() => void print(input)}
      >
        {label}
      </Button>
      <RefusalNotice refusal={refusal} />
    </>
  );
}
