import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { browserProblems } from "#messages/browser-problems.ts";
import { storageProblem } from "#studio/storage/database/storage-problem.ts";
import { LibraryProblem } from "./library-problem.tsx";

it("shows the problem and the advice from the messages", async () => {
  await render(<LibraryProblem problem={storageProblem("storage-full")} />);
  const { title, action } = browserProblems["storage-full"];
  await expect.element(page.getByRole("alert")).toHaveTextContent(`${title}. ${action}`);
});
