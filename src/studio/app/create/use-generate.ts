import { useLocation } from "wouter";
import { cancel, paragraph } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import { useAsk } from "#studio/app/question.tsx";
import type { RiskyPhase } from "#studio/domain/life/entry-rules.ts";
import { compareHref, generationHref, takesHref } from "#studio/domain/paths.ts";
import type { SendOrigin } from "#studio/features/compose/press-name.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import type { Question } from "#studio/ui/overlays/page-question.ts";
import { showToast } from "#studio/ui/overlays/toast-store.ts";

/**
 * Sends requests and opens the screen that shows their progress. Resolves to a refusal if nothing was sent, otherwise
 * to null.
 */
export function useGenerate(): OnGenerate {
  const [, navigate] = useLocation();
  const ask = useAsk();

  return async (requests, options) => {
    const pressedAt = window.location.href;
    const parts = await loadParts();
    if (parts === null) return { sentence: messages.partMissing };
    const { entries } = studioLibrary.getState();
    const risk = parts.riskOfSameWork(requests, options.press, entries);
    if (risk !== null && !(await ask(payTwiceQuestion(parts.outcomes, risk)))) {
      return { sentence: messages.notSent };
    }
    if (
      risk === null &&
      options.sentElsewhere != null &&
      !(await ask(anotherTakeQuestion(parts.outcomes, options.sentElsewhere)))
    ) {
      return { sentence: messages.notSent };
    }
    const result = await parts.generations.submit(requests, options);
    if (result.status === "failed") {
      const { detail } = parts.describeProblem(result.problem);
      return { sentence: detail, issues: result.problem.issues };
    }
    if (result.status === "declined") return { sentence: messages.notSent };
    const isEarlier = result.status === "unchanged";
    const [first, second] = result.ids;
    if (first === undefined) return null;
    const href = second === undefined ? generationHref(first) : pairHref(first, second, result.ids);
    const show = () => {
      navigate(href);
      window.scrollTo(0, 0);
    };
    // On a slow machine the creator may already be on another screen or writing the next prompt, so the screen is not
    // changed.
    if (options.hasMovedOn?.() || window.location.href !== pressedAt) {
      showToast(isEarlier ? messages.alreadySent : messages.sent, {
        label: messages.showSent,
        onAction: show,
      });
      return null;
    }
    if (isEarlier) showToast(messages.alreadySent);
    else announce(messages.sent);
    show();
    return null;
  };
}

/** URL of the screen that shows the clips of a submit together. */
function pairHref(std: string, pro: string, ids: readonly string[]): string {
  const pairId = studioLibrary.get(std)?.pairId ?? null;
  return ids.length > 2 && pairId !== null ? takesHref(pairId) : compareHref(std, pro);
}

type OutcomeMessages = typeof import("#messages/outcomes.ts");

/** Asked before the same request is sent under a new ID, which could be charged twice. */
function payTwiceQuestion(outcomes: OutcomeMessages, risk: RiskyPhase): Question {
  return {
    title: outcomes.startOverTitle,
    detail: paragraph(outcomes.sameRequest, outcomes.startOverDetail[risk]),
    confirmLabel: outcomes.sendAnyway,
    cancelLabel: cancel,
  };
}

/** Asked if the same request was sent shortly before outside this page, since the creator may not know. */
function anotherTakeQuestion(outcomes: OutcomeMessages, origin: SendOrigin): Question {
  return {
    title: outcomes.anotherTakeTitle,
    detail: outcomes.anotherTakeDetail[origin],
    confirmLabel: outcomes.anotherTakeConfirm,
    cancelLabel: cancel,
  };
}

/** Loaded on demand, since the first paint doesn't need it. Prefetched on the first interaction. */
async function loadParts() {
  try {
    const [{ generations }, { describeProblem }, { riskOfSameWork }, outcomes] = await Promise.all([
      import("#studio/features/generations/studio-generations.ts"),
      import("#studio/format/describe-problem.ts"),
      import("#studio/domain/submit/same-work.ts"),
      import("#messages/outcomes.ts"),
    ]);
    return { generations, describeProblem, riskOfSameWork, outcomes };
  } catch {
    return null;
  }
}
