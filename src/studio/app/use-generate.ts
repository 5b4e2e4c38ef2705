import { useEffect } from "react";
import { useLocation } from "wouter";
import { compareHref, generationHref } from "#studio/domain/paths.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { announce } from "#studio/ui/announcer.tsx";
import * as words from "#words/shell.ts";

/**
 * Sends requests off and goes to where they can be watched. Answers with a refusal when nothing was sent, and with
 * null when all is well.
 */
export function useGenerate(): OnGenerate {
  const [, navigate] = useLocation();
  useEffect(fetchAtFirstSign, []);

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
    announce(words.sentOff);
    navigate(second === undefined ? generationHref(first) : compareHref(first, second));
    window.scrollTo(0, 0);
    return null;
  };
}

const SIGNS_OF_LIFE = ["focusin", "input", "pointerdown", "keydown"] as const;

/**
 * Whoever begins to write will press Generate. What that needs, and the stage it leads to, is fetched by then, so that a
 * press is answered at once, and also when the server or the network has gone meanwhile.
 */
function fetchAtFirstSign(): () => void {
  const gone = new AbortController();
  const fetchParts = () => {
    gone.abort();
    void loadParts();
    Promise.all([
      import("./entry-stage.tsx"),
      import("./entry-details.tsx"),
      import("./compare-room.tsx"),
      import("#studio/features/generations/filmstrip.tsx"),
      import("#studio/features/generations/generations-watcher.tsx"),
      // What is missing then says so itself, where it is wanted.
    ]).catch(() => null);
  };
  for (const sign of SIGNS_OF_LIFE) {
    document.addEventListener(sign, fetchParts, { passive: true, signal: gone.signal });
  }
  return () => gone.abort();
}

/** Not needed for the first paint. */
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
