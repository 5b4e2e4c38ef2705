import { expect, it } from "vitest";
import { contentTypeOf } from "./content-types.ts";

it.each([
  ["index.html", "text/html; charset=utf-8"],
  ["assets/app.min.JS", "text/javascript; charset=utf-8"],
  ["module.mjs", "text/javascript; charset=utf-8"],
  ["style.css", "text/css; charset=utf-8"],
  ["data.json", "application/json"],
  ["app.js.map", "application/json"],
  ["robots.txt", "text/plain; charset=utf-8"],
  ["icon.PNG", "image/png"],
  ["icon.svg", "image/svg+xml"],
  ["icon.ico", "image/x-icon"],
  ["photo.jpg", "image/jpeg"],
  ["photo.webp", "image/webp"],
  ["photo.avif", "image/avif"],
  ["inter.woff2", "font/woff2"],
  ["codec.wasm", "application/wasm"],
  ["clip.mp4", "video/mp4"],
  ["clip.webm", "video/webm"],
  ["site.webmanifest", "application/manifest+json"],
  ["archive.7z", "application/octet-stream"],
  ["html", "application/octet-stream"],
  ["page.html.", "application/octet-stream"],
])("%s is served as %s", (name, type) => expect(contentTypeOf(name)).toBe(type));
