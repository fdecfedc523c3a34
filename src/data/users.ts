import type { User } from "../contract/access.ts";
import { Role } from "../contract/permissions.ts";
import type { Reader } from "./reader.ts";
import type { Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

function userFromRow(row: Row): User {
  return {
    id: String(row.id),
    name: String(row.name),
    login: String(row.login),
    role: Role.parse(row.role),
    active: row.active === 1,
    createdAt: String(row.created_at),
  };
}

export function listUsers(reader: Reader): User[] {
  return reader.all("SELECT * FROM user ORDER BY active DESC, name").map(userFromRow);
}

export function readUser(reader: Reader, id: string): User | undefined {
  const row = reader.get("SELECT * FROM user WHERE id = @id", { id });
  return row === undefined ? undefined : userFromRow(row);
}

export function readUserByLogin(reader: Reader, login: string): User | undefined {
  const row = reader.get("SELECT * FROM user WHERE login = @login", { login });
  return row === undefined ? undefined : userFromRow(row);
}

export function insertUser(door: WriteDoor, user: Omit<User, "createdAt">): void {
  door.insert("user", {
    id: user.id,
    office: door.author.office,
    login: user.login,
    name: user.name,
    role: user.role,
    active: user.active ? 1 : 0,
    created_at: door.author.at,
  });
}

export function updateUser(door: WriteDoor, user: Pick<User, "id" | "name" | "role" | "active">): void {
  door.update("user", user.id, { name: user.name, role: user.role, active: user.active ? 1 : 0 });
}

export function countActiveCoordinators(reader: Reader, exceptId: string): number {
  return reader.number(
    "SELECT count(*) FROM user WHERE role = 'coordinator' AND active = 1 AND id <> @exceptId",
    { exceptId },
  );
}
