import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { Router } from "wouter";
import { BackgroundWork } from "./background-work.tsx";
import { FormFillingProvider } from "./form-filling.tsx";
import { QuestionProvider } from "./question.tsx";
import { Screens } from "./routes/screens.tsx";
import { Shell } from "./shell/shell.tsx";

/**
 * The whole studio. `ssrPath` is the path of the prerendered page. Hydration starts with it and then switches to the
 * real URL.
 */
export function App({ queryClient, ssrPath }: { queryClient: QueryClient; ssrPath?: string }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router {...(ssrPath === undefined ? {} : { ssrPath })}>
          <FormFillingProvider>
            <QuestionProvider>
              <Shell>
                <Screens />
              </Shell>
            </QuestionProvider>
          </FormFillingProvider>
          <BackgroundWork />
        </Router>
      </QueryClientProvider>
    </StrictMode>
  );
}
