import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { startConnection } from "./app/connection.ts";
import { startLanguages } from "./lib/language.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

await startLanguages();
startConnection();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
