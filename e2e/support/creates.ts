/** Records the create requests that pages send. */
import type { BrowserContext, Page } from "@playwright/test";

function isCreate(url: string, method: string): boolean {
  return method === "POST" && new URL(url).pathname === "/api/generations";
}

/** Prompts of all creates sent from now on, in order. */
export function sentCreates(pages: Page | BrowserContext): string[] {
  const prompts: string[] = [];
  pages.on("request", (request) => {
    if (isCreate(request.url(), request.method())) prompts.push(request.postDataJSON().prompt);
  });
  return prompts;
}

/** Prompts of all creates accepted from now on, in order. */
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
