import { useLocation } from "wouter";
import { compareHref, generationHref } from "#studio/domain/paths.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/toast-store.ts";
import * as words from "#words/shell.ts";

/**
 * Sends requests off and goes to where they can be watched. Answers with a refusal when nothing was sent, and with
 * null when all is well.
 */
export function useGenerate(): OnGenerate {
  const [, navigate] = useLocation();

  return async (requests, options) => {
    const parts = await loadParts();
    if (parts === null) return { sentence: words.partMissing };
    const result = await parts.submitGenerations(requests, options);
    if (!result.ok) {
      const { detail } = parts.problemWords(result.problem);
      return { sentence: detail, issues: result.problem.issues };
    }
    const [first, second] = result.ids;
    if (first === undefined) return null;
    if (result.isEarlier) showToast(words.alreadySent);
    else announce(words.sentOff);
    navigate(second === undefined ? generationHref(first) : compareHref(first, second));
    window.scrollTo(0, 0);
    return null;
  };
}

/** Not needed for the first paint; fetched ahead by whoever begins to write. */
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
