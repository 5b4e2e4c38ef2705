import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import type { SideChoice } from "./choose-sides.ts";
import { SideNote } from "./side-note.tsx";

async function textOf(choice: SideChoice) {
  const { container } = await render(
    <SideNote
      side="left"
      choice={choice}
      name="Standard"
      opened={{ kind: "no-decoder" }}
      onChange={vi.fn()}
      onFile={vi.fn()}
      onTryAgain={vi.fn()}
      renderUnfinished={() => null}
    />,
  );
  return container.textContent;
}

it("links to a clip's own page, and offers no link for a local file", async () => {
  const file = new File(["film"], "cut.mp4");
  expect(await textOf({ kind: "entry", entry: aCompletedEntry({}) })).toContain("its own page");
  expect(await textOf({ kind: "file", file })).not.toContain("own page");
});
