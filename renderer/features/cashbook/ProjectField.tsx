import { Select, type SelectProps } from "@mantine/core";
import type { Project, ProjectCode } from "../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../lib/calls.ts";

/** Donors' projects and other purposes; none while nobody made one. */
export function useProjects(): readonly Project[] {
  return useAsk("cashbook.projects", {}).data ?? [];
}

interface ProjectFieldProps extends Omit<SelectProps, "data" | "onChange" | "value"> {
  readonly value: ProjectCode | null;
  readonly onChange: (project: ProjectCode | null) => void;
  /** Offers only what still runs. */
  readonly active?: boolean;
}

/** A project of the list; nothing at all where there is none to choose. */
export function ProjectField({ value, onChange, active = false, ...rest }: ProjectFieldProps) {
  const offered = useProjects().filter((project) => !active || project.active || project.code === value);
  if (offered.length === 0 && value === null) return null;
  return (
    <Select
      clearable
      {...rest}
      data={offered.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
