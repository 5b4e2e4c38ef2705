import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { eventually } from "#studio/testing/eventually.ts";
import { Announcer, announce } from "./announcer.tsx";
import { Badge } from "./badge.tsx";
import { Button } from "./buttons/button.tsx";
import { CopyButton } from "./buttons/copy-button.tsx";
import { Disclosure } from "./disclosure.tsx";
import { EmptyState } from "./empty-state.tsx";
import { Facts } from "./facts.tsx";
import { SegmentedControl } from "./forms/segmented-control.tsx";
import { Slider } from "./forms/slider.tsx";
import { Switch } from "./forms/switch.tsx";
import { TextField } from "./forms/text-field.tsx";
import { dismissToast, showToast, toastStore } from "./overlays/toast-store.ts";
import { Toaster } from "./overlays/toaster.tsx";
import { Progress } from "./progress.tsx";
import "#studio/app/tokens.css";

afterEach(() => {
  for (const { id } of toastStore.getState()) dismissToast(id);
});

it.each(["light", "dark"])("has no axe violations in the %s theme", async (theme) => {
  document.documentElement.dataset.theme = theme;
  const { container } = await render(
    <main>
      <h1>Primitives</h1>
      <Button variant="primary">Go</Button>
      <Button variant="primary" disabled>
        Not yet
      </Button>
      <Button isLoading>Going</Button>
      <Badge tone="std">Standard</Badge>
      <Badge tone="pro">Pro</Badge>
      <Badge tone="danger">Failed</Badge>
      <CopyButton value="x" label="Copy x" doneLabel="Copied" />
      <Disclosure summary="More" ref={(details) => details?.setAttribute("open", "")}>
        inside
      </Disclosure>
      <EmptyState title="Nothing yet" detail="Nothing at all." />
      <Facts items={[{ label: "Cost", value: "$0.35" }]} />
      <Progress label="Progress" value={0.4} />
      <SegmentedControl
        legend="Side"
        segments={[
          { value: "a", label: "Left" },
          { value: "b", label: "Right" },
        ]}
        value="a"
        onChange={() => {}}
      />
      <Slider label="Position" defaultValue={4} />
      <Switch label="Loop" hint="Over and over." />
      <TextField label="Address" error="Not an address" hint="Where to." aside="0 / 10" />
    </main>,
  );
  const { violations } = await axe.run(container);
  delete document.documentElement.dataset.theme;
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

describe("Facts", () => {
  it("finds a value by its label", async () => {
    await render(<Facts items={[{ label: "Cost", value: "$0.35" }]} />);
    await expect.element(page.getByLabelText("Cost")).toHaveTextContent("$0.35");
  });
});

describe("Button", () => {
  it("does nothing while loading and keeps the focus", async () => {
    const onClick = vi.fn();
    const { rerender } = await render(<Button onClick={onClick}>Go</Button>);
    const go = page.getByRole("button", { name: "Go", exact: true });
    await go.click();
    await rerender(
      <Button onClick={onClick} isLoading>
        Go
      </Button>,
    );
    await go.click({ force: true });
    await expect.element(go).toHaveFocus();
    expect(onClick).toHaveBeenCalledOnce();
  });
});

describe("the announcer", () => {
  it("announces the same message twice", async () => {
    await render(<Announcer />);
    const region = page.getByRole("status");
    announce("Done");
    await expect.element(region).toHaveTextContent("Done");
    const first = region.element().textContent;
    announce("Done");
    await eventually(() => expect(region.element().textContent).not.toBe(first));
    await expect.element(region).toHaveTextContent("Done");
  });
});

describe("toasts", () => {
  it("run their action once and can be dismissed", async () => {
    const onAction = vi.fn();
    await render(<Toaster closeLabel="Dismiss" />);
    showToast("Replaced.", { label: "Undo", onAction });
    await page.getByRole("button", { name: "Undo" }).click();
    expect(onAction).toHaveBeenCalledOnce();
    await expect.element(page.getByText("Replaced.")).not.toBeInTheDocument();
    showToast("Kept.");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect.element(page.getByText("Kept.")).not.toBeInTheDocument();
  });
});

describe("CopyButton", () => {
  it("copies, and confirms only on success", async () => {
    const writeText = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new Error());
    await render(
      <>
        <Announcer />
        <CopyButton value="task-1" label="Copy task ID" doneLabel="Copied" />
      </>,
    );
    const button = page.getByRole("button", { name: "Copy task ID" });
    const status = page.getByRole("status");
    const announcements: (string | null)[] = [];
    const observer = new MutationObserver(() => announcements.push(status.element().textContent));
    observer.observe(status.element(), { childList: true, characterData: true, subtree: true });
    await button.click();
    await expect.poll(() => writeText.mock.settledResults[0]?.type).toBe("rejected");
    writeText.mockResolvedValueOnce();
    await button.click();
    await expect.element(status).toHaveTextContent("Copied");
    // A confirmation of the first click would have come before this one.
    expect(announcements).toEqual(["Copied"]);
    observer.disconnect();
    expect(writeText).toHaveBeenLastCalledWith("task-1");
  });
});
