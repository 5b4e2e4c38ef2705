import "#studio/app/tokens.css";
import { afterEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { NotifyOffer } from "./notify-offer.tsx";

afterEach(() => vi.unstubAllGlobals());

/** The browser's permission before and after it was requested. */
function stubPermission(permission: string, answer = permission) {
  const requestPermission = vi.fn(async () => answer);
  vi.stubGlobal("Notification", { permission, requestPermission });
  return requestPermission;
}

test("asks for permission only when it is pressed, and shows the decision", async () => {
  const ask = stubPermission("default", "granted");
  const screen = await render(<NotifyOffer />);
  await expectAccessible(screen.container);
  expect(ask).not.toHaveBeenCalled();
  await screen.getByRole("button", { name: "Notify me when it's ready" }).click();
  expect(ask).toHaveBeenCalledTimes(1);
  await expect.element(screen.getByRole("status")).toHaveTextContent(/You'll get a notification/);
});

test("explains how the end is shown instead if the browser refuses", async () => {
  stubPermission("default", "denied");
  const screen = await render(<NotifyOffer />);
  await screen.getByRole("button").click();
  await expect.element(screen.getByRole("status")).toHaveTextContent(/tab title shows the number/);
});

test("can be pressed again if the permission prompt was dismissed", async () => {
  const ask = stubPermission("default");
  const screen = await render(<NotifyOffer />);
  await screen.getByRole("button").click();
  await screen.getByRole("button").click();
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each(["granted", "denied"])(
  "is absent if the permission was decided before: %s",
  async (decided) => {
    stubPermission(decided);
    const screen = await render(<NotifyOffer />);
    expect(screen.container).toBeEmptyDOMElement();
  },
);
