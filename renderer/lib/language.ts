import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../src/contract/primitives.ts";
import { spaced } from "./frenchSpaces.ts";
import { english, french } from "./resources.ts";

const KEY = "danaya.language";

function remembered(): Language {
  return localStorage.getItem(KEY) === "en" ? "en" : "fr";
}

/** Loads both catalogues (they are small) and takes the language last used on this machine; French at first. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: "fr",
    defaultNS: "common",
    resources: { fr: spaced(french), en: english },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the screen's language, and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
