/** Renders failure stages in a page whose proxy accepts creates. */
import { HttpResponse, http } from "msw";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { aCompletedEntry, aGeneration, anEntry } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { showStage } from "#studio/testing/show-stage.tsx";
import { FailureStage } from "../failure-stage.tsx";

export const failed = aCompletedEntry({
  id: "failed",
  phase: "failed",
  generation: aGeneration({
    status: "failed",
    error: { code: "002014099", message: "A setting was refused." },
  }),
});

export const neverArrived = (id: string) =>
  anEntry({
    id,
    phase: "never-arrived",
    problem: studioProblem("never-arrived", { detail: "", retryable: true }),
  });

/** Renders the failure stage of an entry. `region` is its accessible name. */
export async function showFailure(entry: LibraryEntry, region: string, onUseSettings = () => {}) {
  const { screen, location } = await showStage(
    <FailureStage entry={entry} onUseSettings={onUseSettings} />,
  );
  return { stage: screen.getByRole("region", { name: region }), location };
}

/** Call once at the top of a test file. */
export function failureStageServer() {
  const server = mockServer();
  return {
    server,
    /** Accepts creates and records their bodies. */
    takeCreates(): { external_task_id?: string }[] {
      const bodies: { external_task_id?: string }[] = [];
      server.use(
        http.post<never, { external_task_id?: string }>("/api/generations", async ({ request }) => {
          const body = await request.json();
          bodies.push(body);
          const externalTaskId = body.external_task_id ?? null;
          return HttpResponse.json(aGeneration({ id: `kirin-${externalTaskId}`, externalTaskId }), {
            status: 201,
          });
        }),
      );
      return bodies;
    },
  };
}
