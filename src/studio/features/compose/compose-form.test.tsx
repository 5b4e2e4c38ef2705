import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { eventually } from "#studio/testing/eventually.ts";
import {
  box,
  button,
  composePage,
  radio,
  showNegativePrompt,
  sound,
  takes,
} from "./testing/compose-page.tsx";
import "#studio/app/tokens.css";

const { onGenerate, sent, renderForm } = composePage();

describe("accessible names", () => {
  it("gives every control its exact accessible name", async () => {
    await renderForm();
    await expect.element(box("Prompt")).toBeVisible();
    await showNegativePrompt();
    await expect.element(box("Negative prompt")).toHaveFocus();
    for (const [group, choices] of [
      ["Mode", ["Standard", "Pro"]],
      ["Aspect ratio", ["16:9", "9:16", "1:1"]],
      ["Duration", ["5 seconds", "10 seconds"]],
    ] as const) {
      const radios = page.getByRole("radiogroup", { name: group, exact: true });
      for (const name of choices) {
        await expect.element(radios.getByRole("radio", { name, exact: true })).toBeInTheDocument();
      }
    }
    await expect.element(sound).toBeInTheDocument();
    await expect
      .element(page.getByRole("switch", { name: "Watermark", exact: true }))
      .toBeVisible();
    await page.getByText("Advanced", { exact: true }).click();
    for (const name of ["Callback URL", "Task ID"]) await expect.element(box(name)).toBeVisible();
    for (const name of ["Generate", "Both modes"]) await expect.element(button(name)).toBeVisible();
  });

  it("has no axe violations in either theme, with and without errors", async () => {
    const { container } = await renderForm();
    await page.getByText("Advanced", { exact: true }).click();
    await showNegativePrompt();
    await box("Callback URL").fill("nowhere");
    await button("Generate").click();
    await expect.element(page.getByText("Write a prompt first")).toBeVisible();
    for (const theme of ["light", "dark"]) {
      document.documentElement.dataset.theme = theme;
      const { violations } = await axe.run(container);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    delete document.documentElement.dataset.theme;
  });
});

describe("sound", () => {
  it("is off and disabled for Standard with an explanation, and is restored with Pro", async () => {
    await renderForm();
    await expect.element(sound).toBeDisabled();
    await expect.element(sound).not.toBeChecked();
    await expect.element(sound).toHaveAccessibleDescription("Available in Pro only.");
    await radio("Pro").click();
    await sound.click();
    await expect.element(sound).toBeChecked();
    await radio("Standard").click();
    await expect.element(sound).not.toBeChecked();
    await expect.element(sound).toBeDisabled();
    await radio("Pro").click();
    await expect.element(sound).toBeChecked();
  });
});

describe("sending", () => {
  it("sends the chosen settings, omits unset ones, and keeps the draft", async () => {
    await renderForm();
    await box("Prompt").fill("A sea at dusk");
    await radio("9:16").click();
    await radio("10 seconds").click();
    await button("Generate").click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledOnce());
    expect(sent()).toEqual([
      { prompt: "A sea at dusk", mode: "std", aspect_ratio: "9:16", duration: "10" },
    ]);
    await expect.element(box("Prompt")).toHaveValue("A sea at dusk");
  });

  it("sends both modes of one prompt, with sound for Pro only", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await radio("Pro").click();
    await sound.click();
    await button("Both modes").click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledOnce());
    expect(onGenerate.mock.calls[0]?.[1]).toMatchObject({ pair: true });
    expect(sent().map(({ mode, sound }) => [mode, sound])).toEqual([
      ["std", undefined],
      ["pro", "on"],
    ]);
  });

  it("sends the chosen number of takes of both modes in one press, by default one of each", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await takes.fill("3");
    await button("Both modes").dblClick();
    await eventually(() => expect(onGenerate).toHaveBeenCalledOnce());
    expect(sent().map(({ mode }) => mode)).toEqual(["std", "pro", "std", "pro", "std", "pro"]);
    await button("Generate").click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledTimes(2));
    expect(onGenerate.mock.calls[1]?.[0]).toHaveLength(1);
  });

  it("counts simultaneous clicks as one press", async () => {
    const accept = Promise.withResolvers<null>();
    onGenerate.mockReturnValueOnce(accept.promise);
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").dblClick();
    await button("Both modes").click();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await eventually(() => expect(onGenerate).toHaveBeenCalledOnce());
    accept.resolve(null);
    // A request from an earlier press would have been sent before this one.
    await box("Prompt").fill("A lake");
    await eventually(async () => {
      await button("Generate").click();
      expect(sent().map(({ prompt }) => prompt)).toEqual(["A sea", "A lake"]);
    });
  });

  it("counts a changed draft as a new press, however soon it follows", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").dblClick();
    await box("Prompt").fill("A lake");
    await button("Generate").dblClick();
    await eventually(() => expect(sent().map(({ prompt }) => prompt)).toEqual(["A sea", "A lake"]));
  });

  it("submits with Ctrl+Enter and ⌘+Enter, and never with Enter in a single-line field", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await page.getByText("Advanced", { exact: true }).click();
    await box("Task ID").fill("shot-1");
    await userEvent.keyboard("{Enter}");
    // Two different drafts are two requests, so one sent by Enter would be in the list as well.
    await box("Prompt").fill("A lake");
    await userEvent.keyboard("{Meta>}{Enter}{/Meta}");
    await eventually(() => expect(sent().map(({ prompt }) => prompt)).toEqual(["A lake"]));
    // A task ID belongs to one generation.
    await expect.element(box("Task ID")).toHaveValue("");
    await box("Prompt").fill("A pond");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await eventually(() =>
      expect(sent().map(({ prompt }) => prompt)).toEqual(["A lake", "A pond"]),
    );
  });

  it("says why nothing was sent", async () => {
    onGenerate.mockResolvedValue({ sentence: "The library cannot be written." });
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("The library cannot be written.");
  });
});

describe("invalid values", () => {
  it("shows no errors while tabbing through, and focuses the first invalid field on Generate", async () => {
    await renderForm();
    await box("Prompt").click();
    await userEvent.tab();
    await expect.element(box("Prompt")).not.toHaveAttribute("aria-invalid");
    await button("Generate").click();
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(box("Prompt")).toHaveAccessibleDescription(/Write a prompt first/);
    expect(onGenerate).not.toHaveBeenCalled();
    await box("Prompt").fill("A sea");
    await expect.element(box("Prompt")).not.toHaveAttribute("aria-invalid");
  });

  it("keeps every pasted character and says by how many to shorten", async () => {
    await renderForm();
    await box("Prompt").fill("🐉".repeat(2537));
    await expect.element(box("Prompt")).toHaveAccessibleDescription(/Shorten by 37 characters/);
    await expect.element(page.getByText("2,537 / 2,500")).toBeVisible();
    await expect.element(box("Prompt")).toHaveValue("🐉".repeat(2537));
    await button("Generate").click();
    await expect.element(box("Prompt")).toHaveFocus();
    expect(onGenerate).not.toHaveBeenCalled();
  });

  it("opens Advanced to focus an invalid field inside it", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await page.getByText("Advanced", { exact: true }).click();
    await box("Callback URL").fill("nowhere");
    await page.getByText("Advanced", { exact: true }).click();
    await button("Generate").click();
    await expect.element(box("Callback URL")).toHaveFocus();
    await expect.element(box("Callback URL")).toBeVisible();
  });

  it("focuses the task ID that is taken, and accepts another at once", async () => {
    onGenerate.mockResolvedValueOnce({
      sentence: "Taken.",
      issues: [{ field: "external_task_id", message: "external-task-id-in-use" }],
    });
    await renderForm();
    await box("Prompt").fill("A sea");
    await page.getByText("Advanced", { exact: true }).click();
    await box("Task ID").fill("shot-1");
    await page.getByText("Advanced", { exact: true }).click();
    await button("Generate").click();
    await expect.element(box("Task ID")).toHaveFocus();
    await expect.element(box("Task ID")).toHaveAccessibleDescription(/already has this ID/);
    expect(page.getByRole("alert").query()).toBeNull();
    await box("Task ID").fill("shot-2");
    await button("Generate").click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledTimes(2));
    await expect.element(box("Task ID")).not.toHaveAttribute("aria-invalid");
  });

  it("rejects a task ID that is too long for the suffixes of a pair", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await page.getByText("Advanced", { exact: true }).click();
    await box("Task ID").fill("x".repeat(128));
    await button("Both modes").click();
    await expect.element(box("Task ID")).toHaveAccessibleDescription(/124/);
    await takes.fill("2");
    await box("Task ID").fill("x".repeat(124));
    await button("Both modes").click();
    await expect.element(box("Task ID")).toHaveAccessibleDescription(/122/);
    expect(onGenerate).not.toHaveBeenCalled();
  });
});

it("submit: the page throws during a submit → an error is shown, and the creator can submit again", async () => {
  onGenerate.mockRejectedValueOnce(new Error("a fault"));
  await renderForm();
  await box("Prompt").fill("A quiet sea");
  await button("Generate").click();
  await expect.element(page.getByRole("alert")).toHaveTextContent(/check your library/);
  await eventually(async () => {
    await button("Generate").click();
    expect(onGenerate).toHaveBeenCalledTimes(2);
  });
});
