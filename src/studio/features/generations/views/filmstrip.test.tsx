import "#studio/app/tokens.css";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry, anEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { Filmstrip } from "./filmstrip.tsx";

const entries = [
  aWatchedEntry({ id: "a", request: { prompt: "A lighthouse", mode: "pro" } }),
  anEntry({ id: "b", phase: "refused", request: { prompt: "A fox" } }),
  aWatchedEntry({ id: "c", isWatched: false, request: { prompt: "A market" } }),
];

test("shows each generation with its status, and links to it", async () => {
  const screen = await render(<Filmstrip entries={entries} selectedId="b" />);
  const links = screen.getByRole("link");
  await expect.element(links.nth(0)).toHaveAccessibleName("A lighthouse, Pro, Rendering");
  await expect.element(links.nth(1)).toHaveAccessibleName("A fox, Standard, Refused");
  await expect.element(links.nth(2)).toHaveAccessibleName("A market, Standard, Not tracked");
  await expect.element(links.nth(0)).toHaveAttribute("href", "/generations/a");
  await expect.element(links.nth(1)).toHaveAttribute("aria-current", "page");
  await expectAccessible(screen.container);
});

test("is one tab stop at the generation on the stage, and arrows, Home and End move through it", async () => {
  const screen = await render(<Filmstrip entries={entries} selectedId="b" />);
  const links = screen.getByRole("link");
  await userEvent.keyboard("{Tab}");
  await expect.element(links.nth(1)).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(links.nth(2)).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(links.nth(2)).toHaveFocus();
  await userEvent.keyboard("{Home}");
  await expect.element(links.nth(0)).toHaveFocus();
  await userEvent.keyboard("{End}{ArrowLeft}");
  await expect.element(links.nth(1)).toHaveFocus();
});

test("scrolls the generation on the stage into view without scrolling the page", async () => {
  const many = Array.from({ length: 24 }, (_, index) => aWatchedEntry({ id: String(index) }));
  const screen = await render(
    <div style={{ width: "20rem", paddingBlockStart: "200vh" }}>
      <Filmstrip entries={many} selectedId="23" />
    </div>,
  );
  const row = screen.getByRole("list").element().getBoundingClientRect();
  const frame = screen.getByRole("link").nth(23).element().getBoundingClientRect();
  expect(frame.right).toBeLessThanOrEqual(row.right);
  expect(frame.left).toBeGreaterThanOrEqual(row.left);
  expect(window.scrollY).toBe(0);
});

test("marks unseen results, also in the accessible name", async () => {
  const ended = [
    aCompletedEntry({ id: "a", request: { prompt: "A lighthouse" } }),
    aWatchedEntry({ id: "b", phase: "failed", request: { prompt: "A fox" } }),
    aCompletedEntry({ id: "c", request: { prompt: "A market" }, seenAt: atSecond(90) }),
  ].map((entry) => ({ ...entry, generation: null }));
  const screen = await render(<Filmstrip entries={ended} selectedId="c" />);
  const links = screen.getByRole("link");
  await expect.element(links.nth(0)).toHaveAccessibleName("A lighthouse, Standard, Ready, new");
  await expect.element(links.nth(1)).toHaveAccessibleName("A fox, Standard, Failed, new");
  await expect.element(links.nth(2)).toHaveAccessibleName("A market, Standard, Ready");
  expect(screen.getByText("New", { exact: true }).elements()).toHaveLength(2);
  await expectAccessible(screen.container);
});

test("renders nothing without generations", async () => {
  const screen = await render(<Filmstrip entries={[]} selectedId={undefined} />);
  expect(screen.container).toBeEmptyDOMElement();
});
