import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import {
  IconCalendarCheck,
  IconChecklist,
  IconDotsVertical,
  IconFileSpreadsheet,
  IconLock,
  IconPencil,
  IconUserPlus,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { ExportDialog, FORMATS } from "../../../ui/ExportDialog.tsx";
import { CodebookItem } from "../../../ui/ExportMenu.tsx";
import { cohortPath, resultsPath, sheetPath } from "../places.ts";
import { CloseDialog } from "./CloseDialog.tsx";
import { EnrolDialog } from "./EnrolDialog.tsx";

type Opened = "enrol" | "close" | "xlsx" | "csv" | null;

/** « Inscrire une femme », the pages of the class, and behind the dots what is rarer. */
export function CohortActions({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const [opened, setOpened] = useState<Opened>(null);
  const mayEnter = useMayHere("literacy.enter", file.office) && file.state !== "closed";
  const close = () => setOpened(null);
  const { startsOn: from, endsOn: to } = file.details;
  return (
    <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
      <Button
        component={Link}
        to={sheetPath(file.id)}
        variant="default"
        leftSection={<IconCalendarCheck size={18} aria-hidden />}
      >
        {t(mayEnter ? "cohort.week" : "cohort.attendance")}
      </Button>
      <Button
        component={Link}
        to={resultsPath(file.id)}
        variant="default"
        leftSection={<IconChecklist size={18} aria-hidden />}
      >
        {t("cohort.results")}
      </Button>
      {mayEnter && (
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpened("enrol")}>
          {t("enrol.title")}
        </Button>
      )}
      <MoreMenu file={file} onOpen={setOpened} />
      {opened === "enrol" && <EnrolDialog cohort={file} onClose={close} />}
      {opened === "close" && <CloseDialog file={file} onClose={close} />}
      {(opened === "xlsx" || opened === "csv") && (
        <ExportDialog
          operation="literacy.exportList"
          input={{ list: "learners", cohortId: file.id, from, to }}
          format={opened}
          onClose={close}
        />
      )}
    </Group>
  );
}

interface MoreMenuProps {
  readonly file: CohortFile;
  readonly onOpen: (opened: Opened) => void;
}

function MoreMenu({ file, onOpen }: MoreMenuProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const mayManage = useMayHere("literacy.manage", file.office) && file.state !== "closed";
  const hasBegun = file.state !== "upcoming";
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t("cohort.more")}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayManage && (
          <Menu.Item
            component={Link}
            to={`${cohortPath(file.id)}/edit`}
            leftSection={<IconPencil size={18} aria-hidden />}
          >
            {t("cohort.edit")}
          </Menu.Item>
        )}
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            onClick={() => onOpen(format)}
          >
            {t("common:exporting.as", { format: t(`common:exporting.${format}`) })}
          </Menu.Item>
        ))}
        <CodebookItem of="learners" />
        {mayManage && hasBegun && (
          <Menu.Item
            color="ochre"
            leftSection={<IconLock size={18} aria-hidden />}
            onClick={() => onOpen("close")}
          >
            {t("cohort.close")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
