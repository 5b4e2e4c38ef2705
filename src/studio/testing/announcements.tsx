import { expect } from "vitest";
import { render } from "vitest-browser-react";
import { Announcer } from "#studio/ui/announcer.tsx";
import { eventually } from "./eventually.ts";

/** Mounts the live region and records its texts. Returns a function that waits for a text. */
export async function recordAnnouncements(): Promise<(text: string) => Promise<void>> {
  const { container } = await render(<Announcer />);
  const heard: string[] = [];
  const observer = new MutationObserver(() => heard.push(container.textContent ?? ""));
  observer.observe(container, { childList: true, characterData: true, subtree: true });
  return (text) =>
    eventually(() => expect(heard).toContainEqual(expect.stringContaining(text))).then(() => {});
}
