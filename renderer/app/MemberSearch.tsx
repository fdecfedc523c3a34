import { Combobox, Kbd, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { MemberRow } from "../../src/contract/membership.ts";
import { useAsk } from "../lib/calls.ts";
import { useOfficeIdentity, useSession } from "../lib/useSession.ts";
import { Name } from "../ui/Name.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Shell.module.css";

const SHOWN = 8;
const TYPING_PAUSE_MS = 120;

/** Finds a member from anywhere, at headquarters of any office. What is typed stays in the page: never in the address, which the browser keeps. */
export function MemberSearch() {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const national = useIsNational();
  const found = useFound(text, national);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { selectFirstOption } = box;
  const best = found.data?.rows[0]?.id;
  // Enter opens the best hit, which comes a moment after the last letter.
  useEffect(() => {
    if (best !== undefined) selectFirstOption();
  }, [best, selectFirstOption]);
  const focus = () => field.current?.focus();
  useHotkeys([["mod+K", focus]], []);
  useHotkeys([["/", focus]]);

  function open(id: string): void {
    field.current?.blur();
    void navigate(`/members/${id}`);
  }

  /** No name stays on the screen after the search. */
  function leave(): void {
    setText("");
    box.closeDropdown();
  }

  return (
    <Combobox store={box} onOptionSubmit={open}>
      <Combobox.Target>
        <TextInput
          ref={field}
          value={text}
          placeholder={t("search.placeholder")}
          aria-label={t("search.label")}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={found.isFetching && text !== "" ? <Loader size="xs" /> : <Kbd size="xs">/</Kbd>}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.selectFirstOption();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={leave}
          onKeyDown={(event) => event.key === "Escape" && leave()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        <Found rows={found.data?.rows} total={found.data?.total ?? 0} withOffice={national} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Whether all offices' members are open to this person. */
function useIsNational(): boolean {
  const atHeadquarters = useOfficeIdentity()?.headquarters ?? false;
  const tiers = useSession()?.tiers ?? [];
  return atHeadquarters && tiers.includes("identity");
}

function useFound(text: string, national: boolean) {
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  return useAsk(
    "membership.listMembers",
    {
      filter: {
        ...(national ? { office: "all" as const } : {}),
        text: settled,
        statuses: [],
        locality: null,
        withoutPhoto: false,
        withoutConsent: false,
        endingWithinDays: null,
      },
      sort: "name",
      descending: false,
      offset: 0,
      limit: SHOWN,
    },
    { enabled: settled !== "", keepPrevious: true },
  );
}

interface FoundProps {
  readonly rows: readonly MemberRow[] | undefined;
  readonly total: number;
  /** Says whose member each is. */
  readonly withOffice: boolean;
}

function Found({ rows, total, withOffice }: FoundProps) {
  const { t } = useTranslation("app");
  if (!rows) return <Combobox.Empty>{t("search.waiting")}</Combobox.Empty>;
  if (rows.length === 0) return <Combobox.Empty>{t("search.nothing")}</Combobox.Empty>;
  return (
    <>
      <Combobox.Options>
        {rows.map((row) => (
          <Combobox.Option key={row.id} value={row.id}>
            <span className={classes.option}>
              <span>
                <Name surname={row.surname} firstNames={row.firstNames} />{" "}
                <span className={`${classes.number} numerals`}>
                  {row.number}
                  {withOffice && ` · ${row.office}`}
                </span>
              </span>
              <StatusBadge status={row.status} />
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
      {total > rows.length && (
        <Combobox.Footer>{t("search.more", { count: total - rows.length })}</Combobox.Footer>
      )}
    </>
  );
}
