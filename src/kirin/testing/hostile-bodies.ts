/** Create bodies designed to take long to process, for the operation-count test and the benchmark. */

/** Makes a body of roughly `bytes` bytes. */
interface HostileBody {
  name: string;
  make(bytes: number): string;
}

/** A body with one long parameter, at the position it has in a create. */
function parameter(name: string, textOf: (length: number) => string): HostileBody {
  return {
    name: `${name} of ${JSON.stringify(textOf(12))}`,
    make: (bytes) => JSON.stringify({ prompt: "a", [name]: textOf(bytes) }),
  };
}

function repeated(bytes: number, piece: string): string {
  return piece.repeat(Math.max(1, Math.floor(bytes / piece.length)));
}

/** Each body causes, or might cause, quadratic work in some server's validation. */
export const HOSTILE_BODIES: readonly HostileBody[] = [
  parameter("callback_url", (length) => `http://${"a".repeat(length)} `),
  parameter("callback_url", (length) => `http://${"a ".repeat(length / 2)}`),
  parameter("callback_url", (length) => `http${":".repeat(length)}`),
  parameter("external_task_id", (length) => ".".repeat(length)),
  parameter("external_task_id", (length) => `a${" ".repeat(length)}a`),
  parameter("prompt", (length) => " ".repeat(length)),
  parameter("prompt", (length) => `a${" ".repeat(length)}a`),
  parameter("prompt", (length) => "\u0301\u0316".repeat(length / 4)),
  parameter("prompt", (length) => "[[".repeat(length / 2)),
  parameter("negative_prompt", (length) => "no ".repeat(length / 3)),
  parameter("mode", (length) => "p".repeat(length)),
  parameter("duration", (length) => "5".repeat(length)),
  parameter("seed", (length) => "\\".repeat(length / 2)),
  {
    name: "one deeply nested repeated name",
    make: (bytes) => {
      const depth = Math.floor(bytes / 12);
      return `${'{"a":'.repeat(depth)}{${repeated(bytes / 2, '"k":1,')}"k":1}${"}".repeat(depth)}`;
    },
  },
  {
    name: "a name repeated at every level",
    make: (bytes) => {
      const depth = Math.floor(bytes / 13);
      return `${'{"k":1,"k":'.repeat(depth)}1${"}".repeat(depth)}`;
    },
  },
  {
    name: "objects with repeated names in nested arrays",
    make: (bytes) => {
      const depth = Math.floor(bytes / 4);
      return `${"[".repeat(depth)}${repeated(bytes / 2, '{"a":1,"a":1},')}1${"]".repeat(depth)}`;
    },
  },
  {
    name: "different names, each repeated",
    make: (bytes) => {
      const names = Array.from({ length: Math.floor(bytes / 24) }, (_, at) => `"${1e6 + at}":1`);
      return `{${[...names, ...names].join(",")}}`;
    },
  },
  {
    name: "unknown names",
    make: (bytes) => {
      const names = Array.from({ length: Math.floor(bytes / 12) }, (_, at) => `"${1e6 + at}":1`);
      return `{"prompt":"a",${names.join(",")}}`;
    },
  },
  {
    name: "nested arrays",
    make: (bytes) => `${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}`,
  },
  { name: "unterminated arrays", make: (bytes) => "[".repeat(bytes) },
  { name: "an unterminated string", make: (bytes) => `{"prompt":"${"\\\\".repeat(bytes / 2)}` },
  { name: "a long number", make: (bytes) => `{"prompt":${"1".repeat(bytes)}}` },
  { name: "a list of parameters", make: (bytes) => `{"input":[${repeated(bytes, "{},")}{}]}` },
];

/** The longest valid create. */
export const LONGEST_VALID_BODY = JSON.stringify({
  prompt: "🦊".repeat(2500),
  negative_prompt: "🌧".repeat(2500),
});
