import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const PAUSE_MS = 160;

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Holds what is being typed; the list follows after a short pause. */
export function SearchField({ text, onText }: SearchFieldProps) {
  const { t } = useTranslation("insurance");
  const [typed, setTyped] = useState(text);
  const later = useDebouncedCallback(onText, PAUSE_MS);
  // « Tout montrer » empties it from outside.
  useEffect(() => {
    if (text === "") setTyped("");
  }, [text]);
  return (
    <TextInput
      type="search"
      aria-label={t("filters.search")}
      placeholder={t("filters.search")}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={360}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
