import "i18next";
import type { french } from "./resources.ts";

// A key that the catalogue does not have is a compile error.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof french;
  }
}
