/** Why a clip does not come. The player's own element fetches the bytes, but it cannot say what went wrong. */
import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import type { Problem } from "#contract/problem.ts";
import { request } from "./http.ts";

/** Asks for a clip that would not play, and gives the reason, or null when it comes after all. */
export function clipProblemOptions(src: string) {
  return queryOptions({
    queryKey: ["clip-problem", src],
    queryFn: async ({ signal }): Promise<Problem | null> => {
      // One byte tells as much as the whole clip.
      const answer = await request(src, { schema: z.unknown(), range: "bytes=0-0", signal });
      return answer.ok ? null : answer.problem;
    },
    networkMode: "always",
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
