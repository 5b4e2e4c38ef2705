/** Renders one stage on its own page. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";

/** Renders a stage; `location` is the current address. */
export async function showStage(stage: ReactNode) {
  const location = memoryLocation({ path: "/", record: true });
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={location.hook}>{stage}</Router>
    </QueryClientProvider>,
  );
  return { screen, location };
}
