import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import postcssPresetMantine from "postcss-preset-mantine";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL("./renderer", import.meta.url)),
  // Relative addresses: the same files are served under http (loopback) and danaya: (desktop).
  base: "./",
  publicDir: false,
  cacheDir: fileURLToPath(new URL("./node_modules/.cache/vite", import.meta.url)),
  plugins: [react()],
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  build: {
    outDir: fileURLToPath(new URL("./dist/renderer", import.meta.url)),
    emptyOutDir: true,
    target: "chrome130",
    // Fonts and pictures stay files, so that the content security policy needs no `data:` for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One office machine reads these from its own disk; a warning about size is about networks.
    chunkSizeWarningLimit: 4096,
  },
});
