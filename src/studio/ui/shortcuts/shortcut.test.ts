import { describe, expect, it } from "vitest";
import { ariaKeys, findShortcut, nameOfKey } from "./shortcut.ts";

function press(key: string, change: Partial<Parameters<typeof nameOfKey>[0]> = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return nameOfKey({ key, code: "", ...none, ...change });
}

describe("the name of a key", () => {
  it("is its character, whatever shift and caps lock did to letters", () => {
    expect([press("K"), press("?", { shiftKey: true }), press(" ")]).toEqual(["k", "?", " "]);
  });

  it("tells shift where there is no character", () => {
    expect(press("ArrowLeft")).toBe("ArrowLeft");
    expect(press("ArrowLeft", { shiftKey: true })).toBe("Shift+ArrowLeft");
  });

  it("is the Latin letter on keyboards of other scripts", () => {
    expect(press("л", { code: "KeyK" })).toBe("k");
    expect(press("ж", { code: "Semicolon" })).toBe("ж");
  });

  it("is none where the browser needs the press", () => {
    expect(press("l", { ctrlKey: true })).toBeNull();
    expect(press("l", { metaKey: true })).toBeNull();
    expect(press("l", { altKey: true })).toBeNull();
  });
});

describe("a table of shortcuts", () => {
  const toggle = { keys: [" ", "k"], does: "Play", press: () => undefined };

  it("is searched by any of the keys", () => {
    expect(findShortcut([toggle], "k")).toBe(toggle);
    expect(findShortcut([toggle], "x")).toBeUndefined();
  });

  it("names the keys as browsers want to be told", () => {
    expect(ariaKeys(toggle)).toBe("Space k");
  });
});
