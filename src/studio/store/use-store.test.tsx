import { flushSync } from "react-dom";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { useStore } from "./use-store.ts";

interface Sides {
  left: string;
  right: string;
}

interface ShownProps {
  store: ReadableStore<Sides>;
  side: keyof Sides;
  onRender?: (text: string) => void;
}

function Shown({ store, side, onRender }: ShownProps) {
  const text = useStore(store, (state) => state[side]);
  onRender?.(text);
  return <p>Shown: {text}</p>;
}

test("renders again only when the selected value changes", async () => {
  const store = createStore({ left: "a", right: "b" });
  const rendered = vi.fn();
  const screen = await render(<Shown store={store} side="left" onRender={rendered} />);
  flushSync(() => store.set({ left: "a", right: "c" }));
  expect(rendered.mock.calls).toEqual([["a"]]);
  flushSync(() => store.set({ left: "d", right: "c" }));
  expect(rendered.mock.calls).toEqual([["a"], ["d"]]);
  await expect.element(screen.getByText("Shown: d")).toBeInTheDocument();
});

test("follows another selector from the next render on", async () => {
  const store = createStore({ left: "a", right: "b" });
  const screen = await render(<Shown store={store} side="left" />);
  await screen.rerender(<Shown store={store} side="right" />);
  await expect.element(screen.getByText("Shown: b")).toBeInTheDocument();
  flushSync(() => store.set({ left: "a", right: "c" }));
  await expect.element(screen.getByText("Shown: c")).toBeInTheDocument();
});

test("stops following when the component is removed", async () => {
  const stop = vi.fn();
  const store = createStore({ left: "a", right: "b" }, () => stop);
  const screen = await render(<Shown store={store} side="left" />);
  expect(stop).not.toHaveBeenCalled();
  await screen.unmount();
  expect(stop).toHaveBeenCalledOnce();
});

test("renders the initial state at build time", () => {
  const store = createStore({ left: "initial", right: "b" });
  store.set({ left: "current", right: "b" });
  expect(renderToString(<Shown store={store} side="left" />)).toContain("initial");
});
