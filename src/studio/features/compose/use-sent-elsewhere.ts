import { useEffect, useState } from "react";
import { toPairs, toRequest } from "#studio/domain/request-draft.ts";
import { SEND_NOTE_KEY } from "./draft-storage.ts";
import type { ComposeFormHandle } from "./form.ts";
import type { PressName, SendOrigin } from "./press-name.ts";

/**
 * Whether what the form holds was sent a moment ago without this page; null when it was not. Follows the draft, the sends of
 * other tabs and the clock. A change of `sending` says that a press of this page has ended.
 */
export function useSentElsewhere(
  { form, pressName }: { form: ComposeFormHandle; pressName: PressName },
  sending: string,
): SendOrigin | null {
  const [origin, setOrigin] = useState<SendOrigin | null>(null);
  const { getValues, subscribe } = form;
  useEffect(() => {
    // A press of this page is under way: it is told of by itself.
    if (sending !== "none") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function check(): void {
      const draft = getValues();
      const sent = pressName.sentElsewhere([toRequest(draft), ...toPairs(draft)]);
      setOrigin(sent?.origin ?? null);
      clearTimeout(timer);
      if (sent !== null) timer = setTimeout(check, Math.max(0, sent.untilMs - Date.now()));
    }
    function handleStorage({ key }: StorageEvent): void {
      if (key === SEND_NOTE_KEY) check();
    }
    check();
    const unsubscribe = subscribe({ formState: { values: true }, callback: check });
    window.addEventListener("storage", handleStorage);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener("storage", handleStorage);
    };
  }, [getValues, subscribe, pressName, sending]);
  return origin;
}
