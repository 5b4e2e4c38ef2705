/** Finds out why a clip does not load. The `<video>` element fetches the bytes but does not report the reason. */
import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import type { Problem } from "#contract/problem.ts";
import { request } from "./http.ts";

/** Requests a clip that failed to play and returns the problem, or null if the request now succeeds. */
export function clipProblemOptions(src: string) {
  return queryOptions({
    queryKey: ["clip-problem", src],
    queryFn: async ({ signal }): Promise<Problem | null> => {
      // One byte is enough to get the same status as for the whole clip.
      const answer = await request(src, { schema: z.unknown(), range: "bytes=0-0", signal });
      return answer.ok ? null : answer.problem;
    },
    networkMode: "always",
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
