/** A question to the creator that something waits for. One at a time: a second one answers the first with no. */
import { useSyncExternalStore } from "react";
import { ConfirmDialog } from "#studio/ui/confirm-dialog.tsx";

interface Question {
  title: string;
  detail: string;
  confirmLabel: string;
  cancelLabel: string;
}

interface OpenQuestion extends Question {
  answer: (isConfirmed: boolean) => void;
}

let current: OpenQuestion | null = null;
const listeners = new Set<() => void>();

function set(next: OpenQuestion | null): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks, and resolves to whether the creator said yes. */
export function ask(question: Question): Promise<boolean> {
  current?.answer(false);
  return new Promise((resolve) => {
    set({
      ...question,
      answer: (isConfirmed) => {
        set(null);
        resolve(isConfirmed);
      },
    });
  });
}

/** Shows the question; mounted once by the shell. */
export function QuestionHost() {
  const question = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
  if (question === null) return null;
  return (
    <ConfirmDialog
      title={question.title}
      confirmLabel={question.confirmLabel}
      cancelLabel={question.cancelLabel}
      onConfirm={() => question.answer(true)}
      onCancel={() => question.answer(false)}
    >
      {question.detail}
    </ConfirmDialog>
  );
}
