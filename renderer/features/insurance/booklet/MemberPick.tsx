import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Name } from "../../../ui/Name.tsx";

/** Whom the entry is about. */
export type Picked = Pick<MemberRow, "id" | "number" | "surname" | "firstNames">;

const SHOWN = 8;
const TYPING_PAUSE_MS = 120;

interface MemberPickProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly picked: Picked | null;
  readonly onPick: (member: Picked | null) => void;
  readonly error: string | null;
}

/** Finds one of the office's members by name, number or phone; Enter takes the best hit. */
export function MemberPick({ field, picked, onPick, error }: MemberPickProps) {
  const { t } = useTranslation("insurance");
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
          ref={field}
          label={t("booklet.member")}
          placeholder={t("filters.search")}
          description={picked ? <PickedName picked={picked} /> : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          required
          value={text}
          error={error}
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
        {rows?.length === 0 && <Combobox.Empty>{t("booklet.nobody")}</Combobox.Empty>}
        <Combobox.Options aria-label={t("booklet.member")}>
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

function PickedName({ picked }: { readonly picked: Picked }) {
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
