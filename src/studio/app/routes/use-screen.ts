import { matchRoute, useLocation, useRouter } from "wouter";
import {
  BLIND_PATH,
  COMPARE_PATH,
  CREATE_PATH,
  GENERATION_PATTERN,
  LIBRARY_PATH,
  TAKES_PATH,
  USAGE_PATH,
} from "#studio/domain/paths.ts";

/** All screens. */
export type Screen = "create" | "library" | "compare" | "blind" | "takes" | "usage" | "not-found";

const SCREENS: Readonly<Record<string, Screen>> = {
  [CREATE_PATH]: "create",
  [LIBRARY_PATH]: "library",
  [COMPARE_PATH]: "compare",
  [BLIND_PATH]: "blind",
  [TAKES_PATH]: "takes",
  [USAGE_PATH]: "usage",
};

/** The screen for the current URL, and the generation on the stage if the URL contains one. */
export function useScreen(): { screen: Screen; generationId: string | undefined } {
  const { parser } = useRouter();
  const [location] = useLocation();
  const path = location.length > 1 ? location.replace(/\/+$/, "") || CREATE_PATH : location;
  const [isGeneration, params] = matchRoute(parser, GENERATION_PATTERN, path);
  if (isGeneration) return { screen: "create", generationId: params.id };
  return { screen: SCREENS[path] ?? "not-found", generationId: undefined };
}
