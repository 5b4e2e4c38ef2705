import { lazy, Suspense } from "react";
import * as messages from "#messages/shell.ts";
import { CreateScreen } from "#studio/app/create/create-screen.tsx";
import { ErrorBoundary } from "#studio/app/error-boundary.tsx";
import { ClipPlaceholder } from "#studio/ui/clip-placeholder.tsx";
import { useScreen } from "./use-screen.ts";

const LibraryScreen = lazy(async () => ({
  default: (await import("#studio/features/library/library-screen.tsx")).LibraryScreen,
}));
const CompareRoute = lazy(async () => ({
  default: (await import("./compare-route.tsx")).CompareRoute,
}));
const BlindRoute = lazy(async () => ({
  default: (await import("./blind-route.tsx")).BlindRoute,
}));
const TakesRoute = lazy(async () => ({
  default: (await import("./takes-route.tsx")).TakesRoute,
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
        {screen === "compare" && <CompareRoute />}
        {screen === "blind" && <BlindRoute />}
        {screen === "takes" && <TakesRoute />}
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
      <ClipPlaceholder ratio="8:1" className="max-w-60" />
      <ClipPlaceholder ratio="16:9" />
    </div>
  );
}
