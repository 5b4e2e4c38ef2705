import { type RefObject, useRef, useState } from "react";
import * as z from "zod/mini";
import type { FieldIssue } from "#contract/problem.ts";
import { type KirinRequest, requestSchema } from "#kirin/request.ts";
import * as messages from "#messages/compose.ts";
import { toPairs } from "#studio/domain/submit/request-draft.ts";
import type { ComposeFormHandle } from "./form.ts";
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
  /** Identifies the submit, so that the same submit in another tab is recognised. */
  press: string;
  /**
   * How the same request was sent a moment ago outside this page. The creator is asked before paying for another one.
   */
  sentElsewhere?: SendOrigin | null;
  /** Whether the creator has changed the draft since submitting. If so, the form stays on screen. */
  hasMovedOn?: () => boolean;
}

/** The same draft within this time, for example from a double click, is not submitted again. */
const PRESS_LOCK_MS = 800;

/** Which submit button is in progress. */
export type Sending = "none" | "one" | "both";

/** Validates and sends, once per click. Opens `advanced` before it focuses an invalid field inside. */
export function useSubmit(
  { form, pressName }: { form: ComposeFormHandle; pressName: PressName },
  advanced: RefObject<HTMLDetailsElement | null>,
  onGenerate: OnGenerate,
) {
  // A ref, not state, because the second click of a double click comes before the next render.
  const isLocked = useRef(false);
  const lastSent = useRef<string | null>(null);
  const [sending, setSending] = useState<Sending>("none");
  const [trouble, setTrouble] = useState<string | null>(null);

  async function send(requests: KirinRequest[], pair: boolean) {
    setSending(pair ? "both" : "one");
    setTrouble(null);
    const press = pressName.current();
    try {
      const pressed = JSON.stringify(form.getValues());
      const earlier = pressName.sentElsewhere(requests);
      const refusal = await onGenerate(requests, {
        pair,
        press,
        // The library recognises a submit of the same name and shows its result.
        sentElsewhere: earlier === null || earlier.press === press ? null : earlier.origin,
        hasMovedOn: () => JSON.stringify(form.getValues()) !== pressed,
      });
      if (refusal === null) {
        // A task id is used for one generation only; the rest of the draft stays.
        form.setValue("external_task_id", "");
        pressName.renew(press, form.getValues(), requests);
      } else if (!blameTaskId(refusal)) setTrouble(refusal.sentence);
      return refusal;
    } catch {
      // An unexpected error. The request may have been sent, so the lock is kept as after any submit.
      setTrouble(messages.sendingFailed);
      return null;
    } finally {
      setSending("none");
    }
  }

  /** Shows the error at the task id field, where it can be fixed. */
  function blameTaskId({ issues = [] }: Refusal): boolean {
    const issue = issues.find(({ field }) => field === "external_task_id");
    if (issue !== undefined) refuseTaskId(issue.message);
    return issue !== undefined;
  }

  function refuseTaskId(message: string) {
    openIf(advanced, true);
    form.setError("external_task_id", { message }, { shouldFocus: true });
  }

  async function submit(pair: boolean) {
    if (isLocked.current) return;
    const { external_task_id: _goodForOne, ...draft } = form.getValues();
    const order = JSON.stringify([draft, pair]);
    if (order === lastSent.current) return;
    isLocked.current = true;
    await form.handleSubmit(
      async (request) => {
        const requests = pair ? toPairs(form.getValues()) : [request];
        if (!requests.every((each) => z.safeParse(requestSchema, each).success)) {
          // The draft is valid, so only the suffix added per request can have made the task id too long.
          refuseTaskId(
            requests.length > 2
              ? "external-task-id-too-long-for-takes"
              : "external-task-id-too-long-for-both",
          );
          return;
        }
        lastSent.current = order;
        const refusal = await send(requests, pair);
        // Nothing was sent, so another click can't send it twice.
        if (refusal !== null) lastSent.current = null;
        setTimeout(() => {
          if (lastSent.current === order) lastSent.current = null;
        }, PRESS_LOCK_MS);
      },
      (errors) => openIf(advanced, Boolean(errors.callback_url ?? errors.external_task_id)),
    )();
    isLocked.current = false;
  }

  return { submit, sending, trouble };
}

function openIf(details: RefObject<HTMLDetailsElement | null>, condition: boolean): void {
  if (condition && details.current) details.current.open = true;
}
