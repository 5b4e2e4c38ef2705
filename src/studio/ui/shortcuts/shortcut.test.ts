import { describe, expect, it } from "vitest";
import { ariaKeys, findShortcut, nameOfKey } from "./shortcut.ts";

function press(key: string, change: Partial<Parameters<typeof nameOfKey>[0]> = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return nameOfKey({ key, code: "", ...none, ...change });
}

describe("the name of a key", () => {
  it("is its character, regardless of Shift and Caps Lock for letters", () => {
    expect([press("K"), press("?", { shiftKey: true }), press(" ")]).toEqual(["k", "?", " "]);
  });

  it("includes Shift for keys without a character", () => {
    expect(press("ArrowLeft")).toBe("ArrowLeft");
    expect(press("ArrowLeft", { shiftKey: true })).toBe("Shift+ArrowLeft");
  });

  it("is the Latin letter on non-Latin keyboards", () => {
    expect(press("л", { code: "KeyK" })).toBe("k");
    expect(press("ж", { code: "Semicolon" })).toBe("ж");
  });

  it("is empty for the browser's own combinations", () => {
    expect(press("l", { ctrlKey: true })).toBeNull();
    expect(press("l", { metaKey: true })).toBeNull();
    expect(press("l", { altKey: true })).toBeNull();
  });
});

describe("a table of shortcuts", () => {
  const toggle = { keys: [" ", "k"], does: "Play", press: () => undefined };

  it("finds a shortcut by any of its keys", () => {
    expect(findShortcut([toggle], "k")).toBe(toggle);
    expect(findShortcut([toggle], "x")).toBeUndefined();
  });

  it("names keys in the format of aria-keyshortcuts", () => {
    expect(ariaKeys(toggle)).toBe("Space k");
  });
});
