import { useEffect, useState } from "react";
import { toPairs, toRequest } from "#studio/domain/submit/request-draft.ts";
import { SEND_RECORD_KEY } from "./draft/draft-storage.ts";
import type { ComposeFormHandle } from "./form.ts";
import type { PressName, SendOrigin } from "./press-name.ts";

/**
 * How the form's request was sent shortly before outside this page, or null. Follows the draft, sends in other tabs and
 * the clock. A change of `sending` means that a press of this page has ended.
 */
export function useSentElsewhere(
  { form, pressName }: { form: ComposeFormHandle; pressName: PressName },
  sending: string,
): SendOrigin | null {
  const [origin, setOrigin] = useState<SendOrigin | null>(null);
  const { getValues, subscribe } = form;
  useEffect(() => {
    // A press of this page is in progress, and the form already shows that.
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
      if (key === SEND_RECORD_KEY) check();
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
