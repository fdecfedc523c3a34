import { Combobox, TextInput, type TextInputProps, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import type { MemberRow } from "../../src/contract/membership.ts";
import { useAsk } from "../lib/calls.ts";
import { Name } from "./Name.tsx";

/** Whom the entry is about. */
export type PickedMember = Pick<MemberRow, "id" | "number" | "surname" | "firstNames">;

const SHOWN = 8;
const TYPING_PAUSE_MS = 120;

interface MemberPickProps extends Omit<TextInputProps, "value" | "onChange" | "onKeyDown" | "onBlur"> {
  readonly label: string;
  readonly picked: PickedMember | null;
  readonly onPick: (member: PickedMember | null) => void;
  /** Said where no member is found. */
  readonly nobody: string;
}

/** Finds one of the office's members by name, number or phone; Enter takes the best hit. */
export function MemberPick({ label, picked, onPick, nobody, ...rest }: MemberPickProps) {
  const [text, setText] = useState("");
  const { rows, settled } = useFound(text);
  const [entered, setEntered] = useState(false);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { selectFirstOption } = box;
  const best = rows?.[0]?.id;
  // Enter takes the best hit, which comes a moment after the last letter.
  useEffect(() => {
    if (best !== undefined) selectFirstOption();
  }, [best, selectFirstOption]);
  const take = (id: string) => {
    onPick(rows?.find((row) => row.id === id) ?? null);
    setText("");
    setEntered(false);
    box.closeDropdown();
  };
  // A scanner types Enter before the answer is there: it counts when it comes.
  useEffect(() => {
    if (!entered || rows === undefined || settled !== text.trim()) return;
    setEntered(false);
    if (best !== undefined) take(best);
  });
  const waitForHit = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || text.trim() === "" || (rows !== undefined && settled === text.trim()))
      return;
    event.preventDefault();
    setEntered(true);
  };
  return (
    <Combobox store={box} onOptionSubmit={take}>
      <Combobox.Target>
        <TextInput
          inputWrapperOrder={["label", "input", "description", "error"]}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          {...rest}
          label={label}
          description={picked ? <PickedName picked={picked} /> : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setEntered(false);
            box.openDropdown();
          }}
          onKeyDown={waitForHit}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        {rows?.length === 0 && <Combobox.Empty>{nobody}</Combobox.Empty>}
        <Combobox.Options aria-label={label}>
          {rows?.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <PickedName picked={row} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PickedName({ picked }: { readonly picked: PickedMember }) {
  return (
    <>
      <Name surname={picked.surname} firstNames={picked.firstNames} />{" "}
      <span className="numerals">{picked.number}</span>
    </>
  );
}

/** The hits for what was typed when the typing paused; undefined while they are on the way. */
function useFound(text: string): { rows: readonly MemberRow[] | undefined; settled: string } {
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const filter = {
    text: settled,
    statuses: [],
    locality: null,
    withoutPhoto: false,
    withoutConsent: false,
    endingWithinDays: null,
  };
  const found = useAsk(
    "membership.listMembers",
    { filter, sort: "name", descending: false, offset: 0, limit: SHOWN },
    { enabled: settled !== "" },
  );
  return { rows: settled === "" ? undefined : found.data?.rows, settled };
}
