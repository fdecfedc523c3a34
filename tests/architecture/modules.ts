import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "../../scripts/root.ts";
import { ASSET_FOLDERS, ROOMS } from "./rooms.ts";

/** One source file and what it names in its imports, as written. */
export interface Module {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

/** Everything that a source file imports or re-exports, types included, also by `import()`. */
export function importsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false));
  return found;
}

/** Every file under the folders of a root, by path from it. */
export function listFiles(folders: readonly string[], root = ROOT): string[] {
  return folders.flatMap((folder) => {
    const path = join(root, folder);
    if (statSync(path).isFile()) return [folder];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  });
}

export function readModule(path: string, text: string): Module {
  return { path, lines: text.split("\n").length - 1, imports: importsOf(path, text) };
}

/** All modules of the product. */
export function readModules(): Module[] {
  return listFiles(["src", "renderer"])
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readModule(path, readFileSync(join(ROOT, path), "utf8")));
}

/** The room that a path lies in, or null for one that the table does not know. */
export function roomOf(path: string): string | null {
  for (const [name, { folder }] of Object.entries(ROOMS)) {
    if (path === folder || path.startsWith(`${folder}/`)) return name;
  }
  return null;
}

/** `membership` for a path in `renderer/features/membership`. */
function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** `@scope/name` or `name`, without the part after it. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Where a relative import leads, from the project's root. */
export function targetOf(from: string, specifier: string): string {
  return posix.join(dirname(from), specifier.replace(/\?.*$/, ""));
}

function judgePackage(room: string, specifier: string): boolean {
  const rule = ROOMS[room];
  if (!rule) return false;
  if (isBuiltin(specifier)) return rule.node.includes(specifier.replace(/^node:/, ""));
  const name = packageOf(specifier);
  // A scope alone stands for all of its packages, a full name for one and its parts.
  return rule.packages.some(
    (allowed) => name === allowed || specifier === allowed || name.startsWith(`${allowed}/`),
  );
}

function judgeFile(from: Module, room: string, specifier: string): boolean {
  const target = targetOf(from.path, specifier);
  if (ASSET_FOLDERS.some((folder) => target.startsWith(`${folder}/`)) && !/\.tsx?$/.test(target)) return true;
  if (target === "package.json") return true;
  const aim = roomOf(target);
  if (aim === null) return false;
  if (aim !== room) return ROOMS[room]?.rooms.includes(aim) ?? false;
  return featureOf(from.path) === featureOf(target);
}

/** What breaks the table, one line each: the module, its room, and what it may not import. */
export function violations(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const room = roomOf(module.path);
    if (room === null) return [`${module.path} lies in no room`];
    return module.imports
      .filter((specifier) =>
        specifier.startsWith(".") ? !judgeFile(module, room, specifier) : !judgePackage(room, specifier),
      )
      .map((specifier) => `${module.path} (${room}) imports ${specifier}`);
  });
}

/** The first cycle found, as a path of modules that ends where it began; null when there is none. */
export function findCycle(modules: readonly Module[]): string[] | null {
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((specifier) => specifier.startsWith(".")).map((specifier) => targetOf(path, specifier)),
    ]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(path);
    if (at !== -1) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const next of edges.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of edges.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return null;
}
