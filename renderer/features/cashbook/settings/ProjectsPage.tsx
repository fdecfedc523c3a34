import { Badge, Button, Group, Stack, Table } from "@mantine/core";
import { IconPlus, IconTargetArrow } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "../../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ProjectDialog } from "./ProjectDialog.tsx";

type Edited = Project | "new" | null;

/** Donors' projects and other purposes that money is followed by. */
export function ProjectsPage() {
  const { t } = useTranslation("cashbook");
  const projects = useAsk("cashbook.projects", {});
  const mayChange = useMay("cashbook.chart");
  const [edited, setEdited] = useState<Edited>(null);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <p style={{ color: "var(--ink-soft)", maxWidth: "65ch" }}>{t("projects.intro")}</p>
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ListExport list="projects" />
          {mayChange && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited("new")}>
              {t("projects.new")}
            </Button>
          )}
        </Group>
      </Group>
      <Asked of={projects}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={IconTargetArrow} title={t("projects.empty")} text={t("projects.emptyText")} />
          ) : (
            <ProjectTable projects={found} onEdit={mayChange ? setEdited : null} />
          )
        }
      </Asked>
      {edited !== null && (
        <ProjectDialog project={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Stack>
  );
}

interface ProjectTableProps {
  readonly projects: readonly Project[];
  readonly onEdit: ((project: Project) => void) | null;
}

function ProjectTable({ projects, onEdit }: ProjectTableProps) {
  const { t } = useTranslation("cashbook");
  return (
    <Panel>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("projects.code")}</Table.Th>
            <Table.Th>{t("projects.name")}</Table.Th>
            <Table.Th>{t("projects.donor")}</Table.Th>
            <Table.Th>{t("projects.span")}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} onEdit={onEdit} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

interface ProjectRowProps extends Pick<ProjectTableProps, "onEdit"> {
  readonly project: Project;
}

function ProjectRow({ project, onEdit }: ProjectRowProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const own = useOfficeIdentity()?.code;
  // What headquarters wrote is changed there.
  const isOwn = project.office === own;
  return (
    <Table.Tr c={project.active ? "inherit" : "dimmed"}>
      <Table.Td className="numerals">{project.code}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {project.name}
          {!isOwn && (
            <Badge variant="light" color="gray" tt="none">
              {t("projects.ofHeadquarters")}
            </Badge>
          )}
          {!project.active && (
            <Badge variant="outline" color="gray" tt="none">
              {t("projects.inactive")}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{project.donor}</Table.Td>
      <Table.Td>
        <Day iso={project.startsOn} /> → <Day iso={project.endsOn} />
      </Table.Td>
      <Table.Td ta="right">
        {onEdit && isOwn && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("projects.editOf", { name: project.name })}
            onClick={() => onEdit(project)}
          >
            {t("common:edit")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
