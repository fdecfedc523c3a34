import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

const PAUSE_MS = 160;

interface SearchFieldProps {
  /** What can be typed: "Nom, numéro". */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly width?: number;
}

/** Holds what is being typed; the list follows after a short pause. */
export function SearchField({ label, text, onText, width = 360 }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const later = useDebouncedCallback(onText, PAUSE_MS);
  // « Tout montrer » empties it from outside.
  useEffect(() => {
    if (text === "") setTyped("");
  }, [text]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={width}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
