/** The model list and spec. They need no key, because the platform's command-line client sends none. */
import { modelList, modelSpec } from "./model-spec.ts";
import { wrappedRefusalResponse } from "./refuse.ts";

const PAGE_SIZE_DEFAULT = 20;
const PAGE_SIZE_MAX = 100;

export function listModels(request: Request): Response {
  const query = new URL(request.url).searchParams;
  return wrapped(
    modelList({
      page: countOf(query.get("page"), 1),
      pageSize: Math.min(countOf(query.get("page_size"), PAGE_SIZE_DEFAULT), PAGE_SIZE_MAX),
      type: query.get("type") ?? "",
      keywords: query.get("keywords") ?? "",
    }),
  );
}

export function readModelSpec(id: string, request: Request): Response {
  const spec = modelSpec(id, new URL(request.url).origin);
  return spec === null
    ? wrappedRefusalResponse(404, `There is no model "${id}".`, 404)
    : wrapped(spec);
}

function wrapped(data: unknown): Response {
  return Response.json({ status: { code: 200, message: "ok" }, data });
}

function countOf(text: string | null, fallback: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : fallback;
}
