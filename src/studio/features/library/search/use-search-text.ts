import { useEffect, useEffectEvent, useState } from "react";

/** Long enough for a word. Safari allows only 100 changes of the address in 30 seconds. */
const WRITE_DELAY_MS = 400;

/**
 * The text of the search field. Its results appear with each key press; the address follows after a pause. When the
 * address changes otherwise, the field follows the address.
 */
export function useSearchText(
  inAddress: string,
  write: (text: string) => void,
): [text: string, type: (text: string) => void] {
  const [typed, setTyped] = useState<{ text: string; before: string } | null>(null);
  const text = typed?.before === inAddress ? typed.text : inAddress;
  const finish = useEffectEvent(() => write(text));

  useEffect(() => {
    if (text === inAddress) return;
    const timer = setTimeout(() => finish(), WRITE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text, inAddress]);

  return [text, (next) => setTyped({ text: next, before: inAddress })];
}
