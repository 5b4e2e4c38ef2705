/**
 * Asks the creator to confirm something. Only one question is open at a time; a second one answers the first with no.
 */
import { useSyncExternalStore } from "react";
import { ConfirmDialog } from "#studio/ui/overlays/confirm-dialog.tsx";

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

/** Opens the question. Resolves to whether the creator confirmed. */
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

/** Renders the open question. Mounted once by the shell. */
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
