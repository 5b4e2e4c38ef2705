/** What the servers write: lines to their standard output and error output. */

/**
 * Lets the process go on when nobody reads its output any more. A closed pipe or terminal, or a full disk behind
 * it, raises `error` on the stream; without a listener that ends the process, and every create under way.
 */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** Writes a line to the standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line to the error output. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
