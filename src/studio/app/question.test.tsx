import { expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Ask } from "#studio/ui/overlays/page-question.ts";
import { QuestionProvider, useAsk } from "./question.tsx";

const texts = { detail: "It may cost twice.", confirmLabel: "Send anyway", cancelLabel: "Cancel" };
const dialog = (name: string) => page.getByRole("alertdialog", { name });

/** Passes its tree's `ask` function to the test. */
function Probe({ onAsk }: { onAsk: (ask: Ask) => void }) {
  onAsk(useAsk());
  return null;
}

/** Mounts a separate tree and returns its `ask` function. */
async function mountTree(): Promise<Ask> {
  const onAsk = vi.fn<(ask: Ask) => void>();
  await render(
    <QuestionProvider>
      <Probe onAsk={onAsk} />
    </QuestionProvider>,
  );
  const [ask] = onAsk.mock.lastCall ?? [];
  if (ask === undefined) throw new Error("The tree was not mounted.");
  return ask;
}

it("resolves to the creator's answer and closes the question", async () => {
  const ask = await mountTree();
  const answer = ask({ title: "Send again?", ...texts });
  await dialog("Send again?").getByRole("button", { name: "Send anyway" }).click();
  await expect(answer).resolves.toBe(true);
  await expect.element(dialog("Send again?")).not.toBeInTheDocument();
});

it("declines an open question when another is asked", async () => {
  const ask = await mountTree();
  const first = ask({ title: "First?", ...texts });
  const second = ask({ title: "Second?", ...texts });
  await expect(first).resolves.toBe(false);
  await dialog("Second?").getByRole("button", { name: "Cancel" }).click();
  await expect(second).resolves.toBe(false);
});

it("leaves the question of another tree open", async () => {
  const one = await mountTree();
  const other = await mountTree();
  const first = one({ title: "First?", ...texts });
  const second = other({ title: "Second?", ...texts });
  await dialog("Second?").getByRole("button", { name: "Cancel" }).click();
  await expect(second).resolves.toBe(false);
  await dialog("First?").getByRole("button", { name: "Send anyway" }).click();
  await expect(first).resolves.toBe(true);
});
