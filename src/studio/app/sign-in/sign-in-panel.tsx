import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import * as messages from "#messages/sign-in.ts";
import { configOptions } from "#studio/api/config.ts";
import { signIn } from "#studio/api/session.ts";
import { studioDispatcher } from "#studio/features/generations/background/sending/studio-dispatcher.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { TextField } from "#studio/ui/forms/text-field.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";

/** Asks for the studio's password. The screens below stay usable, because the library is on this device. */
export function SignInPanel() {
  const titleId = useId();
  const client = useQueryClient();
  const isBusy = useRef(false);
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<string>();

  async function submit(form: HTMLFormElement): Promise<string | undefined> {
    const password = new FormData(form).get("password");
    if (typeof password !== "string" || password === "") return messages.passwordMissing;
    const result = await signIn(password);
    if (!result.ok) return problemSummary(result.problem);
    const { queryKey } = configOptions();
    await client.invalidateQueries({ queryKey });
    const config = client.getQueryData(queryKey);
    // The browser refused the cookie, which it keeps only on https and on localhost.
    if (config?.ok && config.value.isSignedIn === false) return messages.notKept;
    announce(messages.signedIn);
    void studioDispatcher.sendAfterReturn();
    return undefined;
  }

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    // State alone would let a second press through before it is rendered.
    if (isBusy.current) return;
    isBusy.current = true;
    setIsLoading(true);
    setError(await submit(form));
    setIsLoading(false);
    isBusy.current = false;
  }

  return (
    <section aria-labelledby={titleId} className="border-b border-line bg-raised px-4 py-3">
      <form
        className="mx-auto grid max-w-96 gap-3"
        noValidate
        onKeyDown={outsideComposition()}
        onSubmit={(event) => void handleSubmit(event)}
      >
        <div className="grid gap-1">
          <h2 id={titleId} className="text-14 font-semibold">
            {messages.title}
          </h2>
          <p className="text-13 text-pretty text-muted">{messages.hint}</p>
        </div>
        <TextField
          label={messages.password}
          type="password"
          name="password"
          autoComplete="current-password"
          dir="ltr"
          {...(error !== undefined && { error })}
        />
        <Button type="submit" variant="primary" isLoading={isLoading}>
          {messages.signIn}
        </Button>
      </form>
    </section>
  );
}
