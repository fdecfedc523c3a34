import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { LineContext } from "../lib/line.ts";
import { useConnection } from "./connection.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Gate } from "./Gate.tsx";
import { LostPage } from "./LostPage.tsx";
import { queries } from "./queries.ts";
import { Splash } from "./Splash.tsx";
import { theme, variables } from "./theme.ts";

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="light">
      <Notifications position="bottom-right" />
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <Connected />
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Connected() {
  const connection = useConnection();
  if (connection.stage === "connecting") return <Splash />;
  if (connection.stage === "lost") return <LostPage loss={connection.loss} />;
  return (
    <LineContext value={connection.line}>
      <Gate />
    </LineContext>
  );
}
