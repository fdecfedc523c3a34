/** What a room may import: other rooms, packages, and modules of Node itself. */
export interface Room {
  /** The folder, from the project's root. */
  readonly folder: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly node: readonly string[];
  /** Fewer modules than this means that the scan, not the room, is empty. */
  readonly atLeast: number;
}

const FILES = ["fs", "fs/promises", "path"];
const SCREEN_PACKAGES = [
  "@mantine",
  "@tabler/icons-react",
  "@tanstack",
  "i18next",
  "react",
  "react-dom",
  "react-i18next",
  "react-router",
  "zod",
];

/**
 * The table of ARCHITECTURE.md. A room may always import itself, except that a screen feature is a room of its
 * own for each folder of `renderer/features`.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  contract: { folder: "src/contract", rooms: [], packages: ["zod"], node: [], atLeast: 10 },
  domain: {
    folder: "src/domain",
    rooms: ["contract"],
    packages: ["cdigit", "libphonenumber-js", "n2words", "zod"],
    node: [],
    atLeast: 10,
  },
  crypto: {
    folder: "src/crypto",
    rooms: ["contract"],
    packages: ["@scure/base", "age-encryption", "canonicalize", "hash-wasm", "zod"],
    node: ["crypto", "stream", "stream/promises", "zlib"],
    atLeast: 6,
  },
  data: {
    folder: "src/data",
    rooms: ["contract", "domain"],
    packages: ["better-sqlite3"],
    node: [...FILES, "url"],
    atLeast: 8,
  },
  documents: {
    folder: "src/documents",
    rooms: ["contract", "domain"],
    packages: ["pdfmake", "qrcode", "zod"],
    // The fonts are read from the resources.
    node: FILES,
    atLeast: 8,
  },
  spreadsheets: {
    folder: "src/spreadsheets",
    rooms: ["contract", "domain"],
    packages: ["fflate", "saxen", "write-excel-file"],
    node: [],
    atLeast: 5,
  },
  charts: {
    folder: "src/charts",
    rooms: ["contract", "domain"],
    packages: ["react", "react-reconciler", "recharts"],
    node: [],
    atLeast: 8,
  },
  services: {
    folder: "src/services",
    rooms: ["contract", "domain", "crypto", "data", "documents", "charts", "spreadsheets"],
    packages: ["@zxcvbn-ts", "canonicalize", "uuid", "zod"],
    node: [...FILES, "os", "url", "zlib"],
    atLeast: 15,
  },
  application: {
    folder: "src/application",
    rooms: ["contract", "domain", "crypto", "data", "documents", "spreadsheets", "services"],
    packages: ["uuid", "zod"],
    node: [...FILES, "timers/promises", "worker_threads"],
    atLeast: 6,
  },
  desktop: {
    folder: "src/desktop",
    rooms: ["application", "contract"],
    packages: ["electron"],
    node: [...FILES, "os", "url", "util"],
    atLeast: 8,
  },
  loopback: {
    folder: "src/loopback",
    rooms: ["application", "contract"],
    packages: ["@msgpack/msgpack", "ws"],
    node: [...FILES, "child_process", "crypto", "http", "net", "os", "stream", "url", "worker_threads"],
    atLeast: 8,
  },
  cli: {
    folder: "src/cli",
    rooms: ["application", "contract"],
    packages: [],
    node: [...FILES, "os", "url", "util"],
    atLeast: 4,
  },
  main: {
    folder: "renderer/main.tsx",
    rooms: ["app", "lib", "ui"],
    packages: SCREEN_PACKAGES,
    node: [],
    atLeast: 1,
  },
  app: {
    folder: "renderer/app",
    rooms: ["contract", "domain", "features", "lib", "locales", "ui"],
    packages: SCREEN_PACKAGES,
    node: [],
    atLeast: 5,
  },
  features: {
    folder: "renderer/features",
    rooms: ["contract", "domain", "charts", "lib", "ui"],
    packages: [...SCREEN_PACKAGES, "qrcode", "zxing-wasm"],
    node: [],
    atLeast: 20,
  },
  ui: {
    folder: "renderer/ui",
    rooms: ["contract", "domain", "charts", "lib"],
    packages: [...SCREEN_PACKAGES, "qrcode"],
    node: [],
    atLeast: 8,
  },
  lib: {
    folder: "renderer/lib",
    rooms: ["contract", "domain", "locales"],
    packages: [...SCREEN_PACKAGES, "@msgpack/msgpack", "@zxcvbn-ts", "uuid", "zxing-wasm"],
    node: [],
    atLeast: 8,
  },
};

/** Folders that rooms may import data from, but that hold no modules: pictures, fonts, sentences. */
export const ASSET_FOLDERS = ["renderer/locales", "resources"];
