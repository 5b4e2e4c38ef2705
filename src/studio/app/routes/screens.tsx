import { lazy, Suspense } from "react";
import * as messages from "#messages/shell.ts";
import { CreateScreen } from "#studio/app/create/create-screen.tsx";
import { ErrorBoundary } from "#studio/app/error-boundary.tsx";
import { BreathingFrame } from "#studio/ui/breathing-frame.tsx";
import { useScreen } from "./use-screen.ts";

const LibraryScreen = lazy(async () => ({
  default: (await import("#studio/features/library/library-screen.tsx")).LibraryScreen,
}));
const CompareRoom = lazy(async () => ({
  default: (await import("./compare-route.tsx")).CompareRoom,
}));
const BlindRoom = lazy(async () => ({
  default: (await import("./blind-route.tsx")).BlindRoom,
}));
const TakesRoom = lazy(async () => ({
  default: (await import("./takes-route.tsx")).TakesRoom,
}));
const UsageScreen = lazy(async () => ({
  default: (await import("#studio/features/usage/usage-screen.tsx")).UsageScreen,
}));
const NotFoundScreen = lazy(async () => ({
  default: (await import("./not-found-screen.tsx")).NotFoundScreen,
}));

/** The screen for the current URL. All screens but the first are loaded on demand. */
export function Screens() {
  const { screen, generationId } = useScreen();
  return (
    <ErrorBoundary key={screen}>
      {/* Outside Suspense. Inside, it would hydrate after the shell, when queries may already have answers. */}
      {screen === "create" && <CreateScreen generationId={generationId} />}
      <Suspense fallback={<ScreenOnItsWay />}>
        {screen === "library" && <LibraryScreen />}
        {screen === "compare" && <CompareRoom />}
        {screen === "blind" && <BlindRoom />}
        {screen === "takes" && <TakesRoom />}
        {screen === "usage" && <UsageScreen />}
        {screen === "not-found" && <NotFoundScreen />}
      </Suspense>
    </ErrorBoundary>
  );
}

function ScreenOnItsWay() {
  return (
    <div
      role="status"
      aria-label={messages.loading}
      className="mx-auto grid w-full max-w-6xl gap-4 p-4"
    >
      <BreathingFrame ratio="8:1" className="max-w-60" />
      <BreathingFrame ratio="16:9" />
    </div>
  );
}
