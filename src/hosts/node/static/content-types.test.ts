import { expect, it } from "vitest";
import { contentTypeOf } from "./content-types.ts";

it.each([
  ["index.html", "text/html; charset=utf-8"],
  ["assets/app.min.JS", "text/javascript; charset=utf-8"],
  ["icon.PNG", "image/png"],
  ["site.webmanifest", "application/manifest+json"],
  ["archive.7z", "application/octet-stream"],
  ["html", "application/octet-stream"],
  ["page.html.", "application/octet-stream"],
])("%s is served as %s", (name, type) => expect(contentTypeOf(name)).toBe(type));
