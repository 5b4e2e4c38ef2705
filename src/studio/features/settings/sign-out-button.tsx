import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as messages from "#messages/sign-in.ts";
import { configOptions } from "#studio/api/config.ts";
import { signOut } from "#studio/api/session.ts";
import { Button } from "#studio/ui/buttons/button.tsx";

/** Ends the session of this browser. */
export function SignOutButton() {
  const client = useQueryClient();
  const [isLoading, setIsLoading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function handleClick() {
    setIsLoading(true);
    const result = await signOut();
    await client.invalidateQueries({ queryKey: configOptions().queryKey });
    setHasFailed(!result.ok);
    setIsLoading(false);
  }

  return (
    <div className="mt-2 grid justify-items-start gap-1.5">
      <Button isLoading={isLoading} onClick={() => void handleClick()}>
        {messages.signOut}
      </Button>
      <p className="text-12 text-muted">
        {hasFailed ? messages.couldNotSignOut : messages.signOutHint}
      </p>
    </div>
  );
}
