import { type RefObject, useRef, useState } from "react";
import * as z from "zod/mini";
import type { FieldIssue } from "#contract/problem.ts";
import { type KirinRequest, requestSchema } from "#kirin/request.ts";
import * as words from "#messages/compose.ts";
import { toPairs } from "#studio/domain/request-draft.ts";
import type { ComposeFormHandle } from "./form.ts";
import type { PressName, SendOrigin } from "./press-name.ts";

/** Why nothing was sent: in a sentence, and the values that are to blame, if any are. */
export interface Refusal {
  sentence: string;
  issues?: readonly FieldIssue[] | undefined;
}

/** Sends requests off. Answers with a refusal when nothing could be sent, or null when all is well. */
export type OnGenerate = (
  requests: KirinRequest[],
  options: PressOptions,
) => Promise<Refusal | null>;

interface PressOptions {
  pair: boolean;
  /** Names the press, so that the same one in another tab is known for the same. */
  press: string;
  /** The same request was sent a moment ago without this page, under another press: ask before another is paid for. */
  sentElsewhere?: SendOrigin | null;
  /** Whether the creator has changed the draft since the press: then the form is not taken away. */
  hasMovedOn?: () => boolean;
}

/** A press is one press: the same draft within this time of it, by a double click for example, is no second order. */
const PRESS_LOCK_MS = 800;

/** Which button is at work. */
export type Sending = "none" | "one" | "both";

/** Validates and sends, once per press. `advanced` is opened before the focus goes to a wrong value inside it. */
export function useSubmit(
  { form, pressName }: { form: ComposeFormHandle; pressName: PressName },
  advanced: RefObject<HTMLDetailsElement | null>,
  onGenerate: OnGenerate,
) {
  // A ref, not state: the second press of a double click comes before any render.
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
        // The journal knows a press of the same name, and shows what came of it.
        sentElsewhere: earlier === null || earlier.press === press ? null : earlier.origin,
        hasMovedOn: () => JSON.stringify(form.getValues()) !== pressed,
      });
      if (refusal === null) {
        // A task id is good for one generation; the rest of the draft stays.
        form.setValue("external_task_id", "");
        pressName.renew(press, form.getValues(), requests);
      } else if (!blameTaskId(refusal)) setTrouble(refusal.sentence);
      return refusal;
    } catch {
      // A fault of ours. It may have been sent, so the lock stays on as after any press, and comes off like it.
      setTrouble(words.sendingFailed);
      return null;
    } finally {
      setSending("none");
    }
  }

  /** Told at its field, where it can be put right. */
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
          // The draft is legal, so it can only be the ending that made the task id too long.
          refuseTaskId(
            requests.length > 2
              ? "external-task-id-too-long-for-takes"
              : "external-task-id-too-long-for-both",
          );
          return;
        }
        lastSent.current = order;
        const refusal = await send(requests, pair);
        // Nothing was sent, so there is nothing that a second press could double.
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
