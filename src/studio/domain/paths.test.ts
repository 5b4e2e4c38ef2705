import { describe, expect, it } from "vitest";
import * as paths from "./paths.ts";
import { blindHref, compareHref, generationHref, takesHref } from "./paths.ts";

// Bookmarks and links in other programs contain these.
it("the addresses of the screens stay the same", () => {
  expect([
    paths.CREATE_PATH,
    paths.LIBRARY_PATH,
    paths.COMPARE_PATH,
    paths.BLIND_PATH,
    paths.TAKES_PATH,
    paths.USAGE_PATH,
  ]).toEqual(["/", "/library", "/compare", "/compare/blind", "/compare/takes", "/usage"]);
  expect(paths.FILE_SIDE).toBe("file");
});

it("the address of a generation matches the pattern of its route, with any ID", () => {
  expect(paths.GENERATION_PATTERN).toBe("/generations/:id");
  expect(generationHref("a/b c")).toBe("/generations/a%2Fb%20c");
});

describe("comparison paths", () => {
  it("contain both IDs in display order", () => {
    expect(compareHref("b", "a")).toBe("/compare?left=b&right=a");
  });

  it("reveal nothing about the sides in blind judging", () => {
    expect(blindHref("b", "a")).toBe("/compare/blind?of=a&of=b");
    expect(blindHref("a", "b")).toBe(blindHref("b", "a"));
  });

  it("encode any ID", () => {
    const [, search = ""] = takesHref("a pair & more").split("?");
    expect(new URLSearchParams(search).get("pair")).toBe("a pair & more");
  });
});
