/** The creates that pages send, as their browser sees them. */
import type { BrowserContext, Page } from "@playwright/test";

function isCreate(url: string, method: string): boolean {
  return method === "POST" && new URL(url).pathname === "/api/generations";
}

/** The prompts of all creates that were sent since, in order. */
export function sentCreates(pages: Page | BrowserContext): string[] {
  const prompts: string[] = [];
  pages.on("request", (request) => {
    if (isCreate(request.url(), request.method())) prompts.push(request.postDataJSON().prompt);
  });
  return prompts;
}

/** The prompts of all creates that were accepted since, in order. */
export function acceptedCreates(page: Page): string[] {
  const prompts: string[] = [];
  page.on("response", (response) => {
    const request = response.request();
    if (response.status() === 201 && isCreate(request.url(), request.method())) {
      prompts.push(request.postDataJSON().prompt);
    }
  });
  return prompts;
}
