import "#studio/app/tokens.css";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { erased, trashed } from "#studio/domain/life/keeping.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { saveFile } from "#studio/ui/save-file.ts";
import { UsageScreen } from "./usage-screen.tsx";

vi.mock(import("#studio/ui/save-file.ts"), () => ({ saveFile: vi.fn() }));

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

beforeEach(() => history.replaceState(null, "", "/usage"));
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
  const screen = await render(<UsageScreen today="2026-11-30" />);
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
  const screen = await render(<UsageScreen today="2026-11-30" />);
  await expect.element(screen.getByLabelText("Total", { exact: true })).toHaveTextContent("$1.985");
  await expect
    .element(screen.getByLabelText("Standard", { exact: true }))
    .toHaveTextContent("$0.30");
  await expect.element(screen.getByLabelText("Pro", { exact: true })).toHaveTextContent("$1.685");
  const rows = screen.getByRole("table", { name: "Charges" }).getByRole("row");
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
  const screen = await render(<UsageScreen today="2026-11-30" />);
  const total = screen.getByLabelText("Total", { exact: true });
  await expect.element(total).toHaveTextContent("$1.98540 credits");
  await expect
    .element(screen.getByLabelText("Standard", { exact: true }))
    .toHaveTextContent(/^\$0\.30$/);
  const rows = screen.getByRole("table", { name: "Charges" }).getByRole("row");
  await expect.element(rows.nth(1)).toHaveTextContent(/Clip h.*0,35 USD \(as reported\)/);
  await expect.element(rows.nth(3)).toHaveTextContent(/Clip f.*35 credits/);
  await expect.element(screen.getByText(/a cost that isn't a plain number/)).toBeVisible();
});

test("shows the range of the address, and changes it by preset and by date", async () => {
  const screen = await render(<UsageScreen today="2026-11-30" />);
  const total = screen.getByLabelText("Total", { exact: true });
  await expect.element(total).toHaveTextContent("$1.98540 credits");
  await userEvent.click(screen.getByRole("radio", { name: "7 days" }));
  await expect.element(screen.getByText("No charges in this time range")).toBeVisible();
  expect(location.search).toBe("?range=7d");
  await userEvent.fill(screen.getByLabelText("From", { exact: true }), "2026-11-20");
  await userEvent.keyboard("{Enter}");
  await expect.element(total).toHaveTextContent("$1.98540 credits");
  expect(location.search).toBe("?from=2026-11-20&to=2026-11-30");
  await userEvent.fill(screen.getByLabelText("To", { exact: true }), "2026-11-21");
  await userEvent.keyboard("{Enter}");
  await userEvent.click(screen.getByRole("button", { name: "Show all" }));
  await expect.element(total).toHaveTextContent("$1.98540 credits");
  await expect.element(screen.getByRole("radio", { name: "All" })).toBeChecked();
});

test("groups spending by day, week or month, with the numbers beside the chart", async () => {
  const screen = await render(<UsageScreen today="2026-11-30" />);
  const byDay = screen.getByRole("table", { name: "Spending by day" });
  const noon = byDay.getByRole("row", { name: /Nov 22, 2026/ });
  await expect
    .element(noon)
    .toHaveTextContent(/\$0\.30\$1\.685 \+ 40 credits\$1\.985 \+ 40 credits/);
  await userEvent.click(screen.getByRole("radio", { name: "Month", exact: true }).last());
  const byMonth = screen.getByRole("table", { name: "Spending by month" });
  await expect.element(byMonth.getByRole("row", { name: /November 2026/ })).toBeVisible();
  await userEvent.click(screen.getByRole("radio", { name: "credits" }));
  expect(location.search).toBe("?range=30d&by=month&unit=credit");
});

test("compares costs by mode, duration and sound, and per second", async () => {
  const screen = await render(<UsageScreen today="2026-11-30" />);
  const breakdown = screen.getByRole("table", { name: "Breakdown" });
  await expect
    .element(breakdown.getByRole("row", { name: /^Standard/ }))
    .toHaveTextContent("Standard3$0.30$0.03");
  await expect
    .element(breakdown.getByRole("row", { name: /^Without sound/ }))
    .toHaveTextContent("Without sound7$1.985 + 40 credits");
  await expect.element(screen.getByLabelText("Success rate")).toHaveTextContent("100 %");
  await expect.element(screen.getByLabelText("Waiting time")).toHaveTextContent("1 min 00 s");
});

test("keeps the clips of one request together with their sum", async () => {
  await studioLibrary.add(
    ["i", "j"].map((id, index) => ({
      ...charged(id, index === 0 ? "std" : "pro", "0.5"),
      pairId: "press",
    })),
  );
  const screen = await render(<UsageScreen today="2026-11-30" />);
  const press = screen.getByRole("row", { name: /2 clips, one request/ });
  await expect.element(press).toHaveTextContent("$1.00");
  await expect.element(screen.getByRole("link", { name: "Pro, 5 s" })).toBeVisible();
});

test("saves the range as CSV", async () => {
  const screen = await render(<UsageScreen today="2026-11-30" />);
  await userEvent.click(screen.getByRole("button", { name: "Download CSV" }));
  const [blob, name] = vi.mocked(saveFile).mock.lastCall ?? [];
  expect(name).toBe("kirin-usage-2026-11-22-to-2026-11-22.csv");
  const lines = (await blob?.text())?.split("\r\n") ?? [];
  expect(lines[0]).toMatch(/started_at,.*kirin_task_id$/);
  expect(
    lines.some((line) => line.includes(",completed,0.1,USD,std,5,false,16:9,60,false,Clip a,")),
  ).toBe(true);
});

test.each(["light", "dark"])("is accessible in the %s theme", async (theme) => {
  document.documentElement.dataset.theme = theme;
  const screen = await render(<UsageScreen today="2026-11-30" />);
  await expect.element(screen.getByRole("table", { name: "Charges" })).toBeVisible();
  await expectAccessible(screen.container);
});

test("still counts the cost of a clip that was deleted for good", async () => {
  await studioLibrary.update("f", (entry) => erased(trashed(entry, NOON), NOON));
  const screen = await render(<UsageScreen today="2026-11-30" />);
  await expect
    .element(screen.getByRole("row", { name: /Deleted clip/ }))
    .toHaveTextContent(/35 credits/);
});
