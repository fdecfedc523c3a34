import { ActionIcon, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Lease.module.css";
import { CONDITIONS, type ItemLine } from "./inspectionForm.ts";

interface ItemGridProps {
  readonly items: readonly ItemLine[];
  readonly onChange: (items: readonly ItemLine[]) => void;
}

/** One line a thing looked at; Tab goes through them. */
export function ItemGrid({ items, onChange }: ItemGridProps) {
  const { t } = useTranslation("rental");
  const change = (line: number, part: Partial<ItemLine>) =>
    onChange(items.map((item) => (item.line === line ? { ...item, ...part } : item)));
  return (
    <div className={classes.items}>
      {(["item", "condition", "remark"] as const).map((heading) => (
        <span key={heading} className={classes.itemsHead} aria-hidden>
          {t(`inspection.${heading}`)}
        </span>
      ))}
      <span />
      {items.map(({ line, item, condition, remark }, place) => (
        <Fragment key={line}>
          <TextInput
            aria-label={t("inspection.itemOf", { line: place + 1 })}
            maxLength={60}
            value={item}
            onChange={(event) => change(line, { item: event.currentTarget.value })}
          />
          <Select
            aria-label={t("inspection.conditionOf", { line: place + 1 })}
            data={CONDITIONS.map((value) => ({ value, label: t(`conditions.${value}`) }))}
            allowDeselect={false}
            value={condition}
            onChange={(next) => next && change(line, { condition: next })}
          />
          <TextInput
            aria-label={t("inspection.remarkOf", { line: place + 1 })}
            maxLength={160}
            value={remark}
            onChange={(event) => change(line, { remark: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t("inspection.removeItem", { line: place + 1 })}
            onClick={() => onChange(items.filter((other) => other.line !== line))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Fragment>
      ))}
    </div>
  );
}
