import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { configOptions } from "#studio/api/config.ts";

/** Loaded only by studios with a password. */
const SignInPanel = lazy(async () => ({
  default: (await import("./sign-in-panel.tsx")).SignInPanel,
}));

/** The sign-in panel while the browser has to sign in. */
export function SignInHost() {
  const { data } = useQuery(configOptions());
  const isSignedOut = data?.ok && data.value.isSignedIn === false;
  return <Suspense fallback={null}>{isSignedOut && <SignInPanel />}</Suspense>;
}
