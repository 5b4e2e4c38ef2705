/** Faulty parts in sending and claiming. */
import { type FaultyPart, withCreateProblems } from "./faulty-part.ts";

export const SENDING: readonly FaultyPart[] = [
  {
    name: "every create gets a new id",
    rule: "unrecorded create",
    scenario: "one press",
    parts: {
      deps: (deps) => ({
        ...deps,
        createGeneration: (request) =>
          deps.createGeneration({ ...request, external_task_id: deps.newId() }),
      }),
    },
  },
  {
    name: "the database acknowledges a claim before it is on disk",
    rule: "unclaimed create",
    scenario: "one press",
    parts: {
      database: (database) => ({
        ...database,
        async update(id, change, options) {
          if (!options?.isStrict) return database.update(id, change, options);
          const [row] = await database.read([id]);
          void database.update(id, change, options);
          if (row === undefined) return undefined;
          const entry = change(row);
          return { entry, isChanged: entry !== row };
        },
      }),
    },
  },
  {
    name: "a create of unknown outcome counts as not sent",
    rule: "blind resend",
    scenario: `a create: {"kind":"reset","isApplied":true}`,
    parts: withCreateProblems((problem) =>
      problem.outcome === "unknown"
        ? { ...problem, code: "upstream-unreachable", outcome: "not-sent" }
        : problem,
    ),
  },
  {
    name: "Retry-After is ignored",
    rule: "early resend",
    scenario: `a create: {"kind":"refused","status":429,"code":"1303","retryAfterSeconds":7}`,
    parts: withCreateProblems(({ retryAfterSeconds: _ignored, ...problem }) => problem),
  },
  {
    name: "the second create under an id asks for something else",
    rule: "id reused",
    scenario: `a create: {"kind":"refused","status":429,"retryAfterSeconds":7}`,
    parts: {
      deps(deps) {
        let count = 0;
        return {
          ...deps,
          createGeneration: (request) => {
            count += 1;
            return deps.createGeneration({ ...request, prompt: `${request.prompt} ${count}` });
          },
        };
      },
    },
  },
  {
    name: "the proxy retries a failed create",
    rule: "proxy retry",
    scenario: `a create: {"kind":"status","status":503,"isApplied":false}`,
    parts: {
      transport: (fetch) => async (url, init) => {
        const response = await fetch(url, init);
        return response.status < 500 ? response : fetch(url, init);
      },
    },
  },
  {
    name: "the proxy aborts the create of a page that is gone",
    rule: "abandoned create",
    scenario: `a create: {"kind":"delayed","ms":5000}`,
    parts: {
      transport: (fetch, pageLeft) => (url, init) =>
        fetch(url, { ...init, signal: AbortSignal.any([init.signal, pageLeft]) }),
    },
  },
];
