/**
 * The name of a draft as it was last sent. The same draft pressed in two tabs is one press, since both know it by this
 * name; a tab that has sent it takes another, so that its next press is another take on purpose.
 */
import { useLayoutEffect, useRef } from "react";

const PRESS_KEY = "kirin-studio.press";
/** What a browser calls the first draft in it: tabs that open at the same moment must not each make up a name. */
const FIRST = "first";

export interface PressName {
  current(): string;
  /** A press under this name went through: the next one is another. */
  renew(used: string): void;
}

/** The name as it was when the form came onto the screen. */
export function usePressName(): PressName {
  const name = useRef<string | null>(null);
  const api = useRef<PressName>({
    current() {
      name.current ??= loadName();
      return name.current;
    },
    renew(used) {
      const stored = loadName();
      // Another tab may have gone on already: then both go on under its name.
      name.current = stored === used ? newName() : stored;
      saveName(name.current);
    },
  });
  useLayoutEffect(() => {
    name.current = loadName();
  }, []);
  return api.current;
}

function loadName(): string {
  try {
    return localStorage.getItem(PRESS_KEY) ?? FIRST;
  } catch {
    // No tab can know the draft of another.
    return newName();
  }
}

function saveName(name: string): void {
  try {
    localStorage.setItem(PRESS_KEY, name);
  } catch {
    // Blocked: no tab can know the draft of another.
  }
}

function newName(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}
