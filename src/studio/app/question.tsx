/** Questions that the creator confirms or declines in a dialog. */
import { createContext, type ReactNode, Suspense, useContext, useEffect, useState } from "react";
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { useStore } from "#studio/store/use-store.ts";
import { type Ask, pageAsk, type Question } from "#studio/ui/overlays/page-question.ts";
import { lazyDialog } from "./shell/lazy-dialog.tsx";

/** Loaded with the first interaction: nothing is asked before. */
const QuestionDialog = lazyDialog(
  async () => (await import("./question-dialog.tsx")).QuestionDialog,
);

interface OpenQuestion extends Question {
  answer: (isConfirmed: boolean) => void;
}

const AskContext = createContext<Ask | null>(null);

/** Shows the questions asked inside. Only one question is open at a time; a second one declines the first. */
export function QuestionProvider({ children }: { children: ReactNode }) {
  const [{ ask, opened }] = useState(createQuestions);
  const question = useStore(opened, (state) => state);
  useEffect(() => {
    pageAsk.set(ask);
    return () => pageAsk.set(null);
  }, [ask]);
  return (
    <AskContext value={ask}>
      {children}
      <Suspense fallback={null}>
        {question !== null && (
          <QuestionDialog
            question={question}
            onConfirm={() => question.answer(true)}
            onClose={() => question.answer(false)}
          />
        )}
      </Suspense>
    </AskContext>
  );
}

/** Returns the function that opens a question. */
export function useAsk(): Ask {
  const ask = useContext(AskContext);
  if (ask === null) throw new Error("useAsk needs a QuestionProvider.");
  return ask;
}

function createQuestions(): { ask: Ask; opened: ReadableStore<OpenQuestion | null> } {
  const opened = createStore<OpenQuestion | null>(null);
  return {
    opened,
    ask(question) {
      opened.getState()?.answer(false);
      return new Promise((resolve) => {
        opened.set({
          ...question,
          answer(isConfirmed) {
            opened.set(null);
            resolve(isConfirmed);
          },
        });
      });
    },
  };
}
