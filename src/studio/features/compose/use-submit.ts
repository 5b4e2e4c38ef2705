import { type RefObject, useState } from "react";
import * as z from "zod/mini";
import type { FieldIssue } from "#contract/problem.ts";
import { type KirinRequest, requestSchema } from "#kirin/request.ts";
import * as messages from "#messages/compose.ts";
import { toPairs } from "#studio/domain/submit/request-draft.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { issueText } from "./fields/issue-text.ts";
import type { ComposeFormHandle } from "./form.ts";
import { createPressGuard } from "./press-guard.ts";
import type { PressName, SendOrigin } from "./press-name.ts";

/** Why nothing was sent: a sentence, and the fields at fault if there are any. */
export interface Refusal {
  sentence: string;
  issues?: readonly FieldIssue[] | undefined;
}

/** Sends requests. Resolves to a refusal if nothing was sent, otherwise to null. */
export type OnGenerate = (
  requests: KirinRequest[],
  options: PressOptions,
) => Promise<Refusal | null>;

interface PressOptions {
  pair: boolean;
  /** Name of the press, so that the same press in another tab is recognised. */
  press: string;
  /**
   * How the same request was sent shortly before outside this page. The creator is asked before paying for another one.
   */
  sentElsewhere?: SendOrigin | null;
  /** Whether the creator has changed the draft since submitting. If so, the form stays on screen. */
  hasMovedOn?: () => boolean;
}

/** The button whose press is in progress. */
export type Sending = "none" | "one" | "both";

interface SubmitOptions {
  onGenerate: OnGenerate;
  /** Opened before an invalid field inside gets the focus. */
  advanced: RefObject<HTMLDetailsElement | null>;
  /** Called when nothing was sent, before the field at fault gets the focus. */
  onRefused: () => void;
  onSent: () => void;
}

/** Announces the first issue and how many more there are. The focus goes to the field of the first. */
function announceIssues(errors: readonly { message?: string | undefined }[]): void {
  const [first, ...more] = errors.flatMap(({ message }) => issueText(message) ?? []);
  if (first) announce(messages.invalid(first, more.length));
}

/** Validates and sends, once per press. */
export function useSubmit(
  { form, pressName }: { form: ComposeFormHandle; pressName: PressName },
  { onGenerate, advanced, onRefused, onSent }: SubmitOptions,
) {
  const [guard] = useState(createPressGuard);
  const [sending, setSending] = useState<Sending>("none");
  const [trouble, setTrouble] = useState<string | null>(null);

  function submit(pair: boolean): Promise<void> {
    // The task id is cleared after a send, so it doesn't make a different order.
    const order = JSON.stringify([{ ...form.getValues(), external_task_id: "" }, pair]);
    return guard.run(order, () => validateAndSend(pair));
  }

  /** Resolves to false if nothing was sent. */
  async function validateAndSend(pair: boolean): Promise<boolean> {
    let isSent = false;
    await form.handleSubmit(
      async (request) => {
        const requests = pair ? toPairs(form.getValues()) : [request];
        const issue = taskIdIssue(requests);
        if (issue === null) isSent = await send(requests, pair);
        else showTaskIdIssue(issue);
      },
      (errors) => {
        onRefused();
        openIf(advanced, Boolean(errors.callback_url ?? errors.external_task_id));
        announceIssues(Object.values(errors));
      },
    )();
    return isSent;
  }

  async function send(requests: KirinRequest[], pair: boolean): Promise<boolean> {
    setSending(pair ? "both" : "one");
    setTrouble(null);
    const press = pressName.current();
    const pressed = JSON.stringify(form.getValues());
    try {
      const earlier = pressName.sentElsewhere(requests);
      const refusal = await onGenerate(requests, {
        pair,
        press,
        // The library recognises a press of the same name and shows its result.
        sentElsewhere: earlier === null || earlier.press === press ? null : earlier.origin,
        hasMovedOn: () => JSON.stringify(form.getValues()) !== pressed,
      });
      if (refusal !== null) return showRefusal(refusal);
      // A task id is used for one generation only; the rest of the draft stays.
      form.setValue("external_task_id", "");
      pressName.renew(press, form.getValues(), requests);
      onSent();
    } catch {
      onRefused();
      // An unexpected error. The request may have been sent, so it counts as sent.
      setTrouble(messages.sendingFailed);
    } finally {
      setSending("none");
    }
    return true;
  }

  /** A task id at fault is shown at its field, where it can be fixed. Returns false: nothing was sent. */
  function showRefusal({ sentence, issues = [] }: Refusal): false {
    onRefused();
    const issue = issues.find(({ field }) => field === "external_task_id");
    if (issue === undefined) setTrouble(sentence);
    else showTaskIdIssue(issue.message);
    return false;
  }

  function showTaskIdIssue(message: string): void {
    onRefused();
    openIf(advanced, true);
    form.setError("external_task_id", { message }, { shouldFocus: true });
  }

  return { submit, sending, trouble };
}

/** The draft is valid, so only the suffix added per request can have made its task id too long. Null if it fits. */
function taskIdIssue(requests: readonly KirinRequest[]): string | null {
  if (requests.every((request) => z.safeParse(requestSchema, request).success)) return null;
  return requests.length > 2
    ? "external-task-id-too-long-for-takes"
    : "external-task-id-too-long-for-both";
}

function openIf(details: RefObject<HTMLDetailsElement | null>, condition: boolean): void {
  if (condition && details.current) details.current.open = true;
}
