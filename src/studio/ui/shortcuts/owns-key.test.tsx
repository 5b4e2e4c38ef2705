import { beforeEach, describe, expect, it } from "vitest";
import { ownsKey } from "./owns-key.ts";

describe("which element handles a key", () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <input id="text"><input id="range" type="range"><input id="radio" type="radio">
      <button id="button"><span id="icon"></span></button><p id="text-on-page"></p>
      <div contenteditable="true"><b id="rich"></b></div>`;
  });

  it.each([
    ["text", ".", true],
    ["text", "k", true],
    ["rich", " ", true],
    ["range", "ArrowLeft", true],
    ["range", ".", false],
    ["range", " ", false],
    ["range", "k", false],
    ["radio", "ArrowRight", true],
    ["radio", ".", false],
    ["button", " ", true],
    ["icon", " ", true],
    ["button", "k", false],
    ["text-on-page", " ", false],
  ])("%s and %s", (id, key, owns) => {
    const focused = document.getElementById(id);
    expect(focused && ownsKey(focused, key)).toBe(owns);
  });
});
