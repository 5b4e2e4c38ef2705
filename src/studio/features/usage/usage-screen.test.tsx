import "#studio/app/tokens.css";
import { afterEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry, aCompletedGeneration, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { UsageScreen } from "./usage-screen.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

afterEach(() => document.documentElement.removeAttribute("data-theme"));

/** `money` is an amount, or an amount and its unit. */
function charged(id: string, mode: "std" | "pro", money: string | null) {
  const [cost = null, currency = "USD"] = money?.split(" ") ?? [];
  return aCompletedEntry({
    id,
    request: { prompt: `Clip ${id}`, mode },
    generation: aCompletedGeneration({ id, usage: { cost, discount: 1, currency } }),
  });
}

test("says that nothing was charged yet", async () => {
  const screen = await render(<UsageScreen />);
  await expect.element(screen.getByText("No charges yet")).toBeVisible();
});

test("sums exactly by mode and overall, and names unknown costs", async () => {
  await studioLibrary.add([
    charged("a", "std", "0.1"),
    charged("b", "std", "0.2"),
    charged("c", "pro", "1.685"),
    charged("d", "pro", null),
    aWatchedEntry({ id: "e" }),
  ]);
  const screen = await render(<UsageScreen />);
  await expect.element(screen.getByLabelText("Total", { exact: true })).toHaveTextContent("$1.985");
  await expect.element(screen.getByLabelText("Standard")).toHaveTextContent("$0.30");
  await expect.element(screen.getByLabelText("Pro", { exact: true })).toHaveTextContent("$1.685");
  const rows = screen.getByRole("row");
  await expect.element(rows.nth(1)).toHaveTextContent(/Clip d.*Not reported/);
  await expect.element(rows.nth(4)).toHaveTextContent(/Clip a.*Standard.*5 s.*\$0\.10/);
  await expect.element(screen.getByText(/Kirin reported no cost for 1 clip/)).toBeVisible();
  await expect.element(screen.getByText(/1 generation is in progress/)).toBeVisible();
});

test("keeps credits and values that aren't numbers out of dollar sums", async () => {
  await studioLibrary.add([
    charged("f", "pro", "35 credit"),
    charged("g", "pro", "5 credit"),
    charged("h", "std", "0,35"),
  ]);
  const screen = await render(<UsageScreen />);
  const total = screen.getByLabelText("Total", { exact: true });
  await expect.element(total).toHaveTextContent("$1.98540 credits");
  await expect.element(screen.getByLabelText("Standard")).toHaveTextContent(/^\$0\.30$/);
  const rows = screen.getByRole("row");
  await expect.element(rows.nth(1)).toHaveTextContent(/Clip h.*0,35 USD \(as reported\)/);
  await expect.element(rows.nth(3)).toHaveTextContent(/Clip f.*35 credits/);
  await expect.element(screen.getByText(/a cost that isn't a plain number/)).toBeVisible();
});

test.each(["light", "dark"])("is accessible in the %s theme", async (theme) => {
  document.documentElement.dataset.theme = theme;
  const screen = await render(<UsageScreen />);
  await expect.element(screen.getByRole("table", { name: "Charges" })).toBeVisible();
  await expectAccessible(screen.container);
});
