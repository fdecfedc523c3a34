import { Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "../../../../src/contract/membership.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import classes from "./MemberPage.module.css";

/** Whose record it is, and that it is only to be read here. */
export function ElsewhereNote({ member }: { readonly member: Member }) {
  const { t } = useTranslation("membership");
  const officeName = useOfficeName();
  return (
    <Text className={classes.elsewhere ?? ""} role="note">
      <IconLock size={18} aria-hidden />
      {t("file.elsewhere", { office: officeName(member.office) })}
    </Text>
  );
}
