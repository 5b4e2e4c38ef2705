import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { SignInHost } from "./sign-in-host.tsx";
import "../tokens.css";

const sendAfterReturn = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("#studio/features/generations/background/sending/studio-dispatcher.ts", () => ({
  studioDispatcher: { sendAfterReturn },
}));

const server = mockServer();
const PASSWORD = "correct horse battery";
const SIGN_IN = "Sign in to this studio";

/** A studio with a password. Counts the attempts to sign in. */
function openStudio({ isSignedIn = false, holdAnswers = false, keepsCookies = true } = {}) {
  const studio = { isSignedIn, attempts: [] as unknown[], answer: () => {} };
  const answered = new Promise<void>((resolve) => {
    studio.answer = resolve;
  });
  server.use(
    http.get("/api/config", () =>
      HttpResponse.json({ ...LIVE_CONFIG, isSignedIn: studio.isSignedIn && keepsCookies }),
    ),
    http.post("/api/sign-in", async ({ request }) => {
      const body: unknown = await request.json();
      studio.attempts.push(body);
      if (holdAnswers) await answered;
      studio.isSignedIn = JSON.stringify(body) === JSON.stringify({ password: PASSWORD });
      if (studio.isSignedIn) return HttpResponse.json({});
      return HttpResponse.json(
        {
          type: "urn:kirin-studio:problem:wrong-password",
          title: "Wrong password",
          status: 401,
          code: "wrong-password",
          detail: "The password is wrong.",
          retryable: false,
          requestId: "r",
        },
        { status: 401 },
      );
    }),
  );
  return studio;
}

async function show() {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <SignInHost />
    </QueryClientProvider>,
  );
}

const region = () => page.getByRole("region", { name: SIGN_IN });
const password = () => page.getByLabelText("Password");
const button = () => page.getByRole("button", { name: "Sign in" });

beforeEach(() => sendAfterReturn.mockClear());

describe("the sign-in panel", () => {
  it.each(["light", "dark"])("has no axe violations when it is %s", async (theme) => {
    document.documentElement.dataset.theme = theme;
    openStudio();
    const { container } = await show();
    await expect.element(region()).toBeVisible();
    await expectAccessible(container);
    delete document.documentElement.dataset.theme;
  });

  it("signs in, goes away, and sends what waits", async () => {
    const studio = openStudio();
    await show();
    await password().fill(PASSWORD);
    await userEvent.keyboard("{Enter}");
    await expect.element(region()).not.toBeInTheDocument();
    expect(studio.attempts).toEqual([{ password: PASSWORD }]);
    expect(sendAfterReturn).toHaveBeenCalledOnce();
  });

  it("says that the password is wrong or missing, at the field", async () => {
    openStudio();
    await show();
    await button().click();
    await expect.element(password()).toHaveAccessibleDescription("Enter the password.");
    await password().fill("wrong");
    await button().click();
    await expect.element(password()).toHaveAccessibleDescription(/^Wrong password/);
    expect(sendAfterReturn).not.toHaveBeenCalled();
  });

  it("says so when the browser does not keep the session", async () => {
    openStudio({ keepsCookies: false });
    await show();
    await password().fill(PASSWORD);
    await button().click();
    await expect.element(password()).toHaveAccessibleDescription(/open the studio over https/);
    expect(sendAfterReturn).not.toHaveBeenCalled();
  });

  it("sends one request for two presses", async () => {
    const studio = openStudio({ holdAnswers: true });
    await show();
    await password().fill(PASSWORD);
    await userEvent.keyboard("{Enter}{Enter}");
    await expect.poll(() => studio.attempts.length).toBe(1);
    studio.answer();
    await expect.element(region()).not.toBeInTheDocument();
    expect(studio.attempts).toHaveLength(1);
  });
});

describe("without a need to sign in", () => {
  it("is not shown to a browser that is signed in, or in a studio without a password", async () => {
    openStudio({ isSignedIn: true });
    const { container } = await show();
    server.use(http.get("/api/config", () => HttpResponse.json(LIVE_CONFIG)));
    const other = await show();
    await expect
      .poll(() => performance.getEntriesByName(`${location.origin}/api/config`).length)
      .toBeGreaterThan(1);
    expect([container.textContent, other.container.textContent]).toEqual(["", ""]);
  });
});
