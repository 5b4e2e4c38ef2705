import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachment } from "./content-disposition.ts";

const nameOf = (value: string) =>
  decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(value)?.[1] ?? "");

describe("attachment", () => {
  it.each([
    ["heron-pro-16x9.mp4", "heron-pro-16x9.mp4"],
    ["clip.WebM", "clip.webm"],
    ["no ending", "no ending.mp4"],
    [" heron.mp4 ", "heron.mp4"],
    ["page.html", "page.html.mp4"],
    ["", "kirin-clip.mp4"],
    [".mp4", "kirin-clip.mp4"],
    ["../../etc/passwd", "-..-etc-passwd.mp4"],
    ["C:\\a\\b.mp4", "C--a-b.mp4"],
    ["a\r\nSet-Cookie: x=1.mp4", "aSet-Cookie- x=1.mp4"],
    ["gpj\u202e4pm.exe", "gpj4pm.exe.mp4"],
    ["CON.mp4", "_CON.mp4"],
    ["...hidden. .mp4", "hidden.mp4"],
    ["it's (50%) *new*.mp4", "it's (50%) -new-.mp4"],
    ["鷺 ☂️.mp4", "鷺 ☂️.mp4"],
    ["con.tar.mp4", "_con.tar.mp4"],
    ["console.mp4", "console.mp4"],
    [" . a name. .MOV", "a name.mov"],
    [`${"🦊".repeat(121)}.mp4`, `${"🦊".repeat(120)}.mp4`],
  ])("turns %j into %j", (requested, name) => {
    expect(nameOf(attachment(requested))).toBe(name);
  });

  it("replaces unsupported characters in `filename` and keeps them in `filename*`", () => {
    const value = attachment('50% of a 鷺\'s "day".mp4');
    expect(value).toBe(
      `attachment; filename="50_ of a _'s -day-.mp4"; filename*=UTF-8''50%25%20of%20a%20%E9%B7%BA%27s%20-day-.mp4`,
    );
  });

  it("always returns one header with both file name forms, a short name and a video extension", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (requested) => {
        const value = attachment(requested);
        expect(value).toMatch(
          /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/,
        );
        expect(value.match(/"/g)).toHaveLength(2);
        const name = nameOf(value);
        expect(name).toMatch(/^[^\\/:*?"<>|]+\.(mp4|m4v|mov|webm)$/);
        expect([...name].length).toBeLessThanOrEqual(126);
      }),
    );
  });
});
