import { useLocation } from "wouter";
import type { KirinRequest } from "#kirin/request.ts";
import { compareHref, generationHref } from "#studio/domain/paths.ts";
import { announce } from "#studio/ui/announcer.tsx";
import * as words from "#words/shell.ts";

/**
 * Sends requests off and goes to where they can be watched. Answers with a sentence when nothing was sent, and with
 * null when all is well.
 */
export function useGenerate() {
  const [, navigate] = useLocation();

  return async (requests: KirinRequest[], options: { pair: boolean }): Promise<string | null> => {
    const parts = await loadParts();
    if (parts === null) return words.partMissing;
    const result = await parts.submitGenerations(requests, options);
    if (!result.ok) return parts.problemWords(result.problem).detail;
    const [first, second] = result.ids;
    if (first === undefined) return null;
    announce(words.sentOff);
    navigate(second === undefined ? generationHref(first) : compareHref(first, second));
    window.scrollTo(0, 0);
    return null;
  };
}

/** Not needed for the first paint; the watcher has fetched them long before anybody presses. */
async function loadParts() {
  try {
    const [{ submitGenerations }, { problemWords }] = await Promise.all([
      import("#studio/features/generations/submit.ts"),
      import("#studio/domain/problem-words.ts"),
    ]);
    return { submitGenerations, problemWords };
  } catch {
    return null;
  }
}
