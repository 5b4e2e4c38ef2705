/** Writes lines to standard output and standard error. */

/**
 * Keeps the process alive when its output is lost. A closed pipe or terminal, or a full disk, raises `error`
 * on the stream; without a listener that would end the process and every create in flight.
 */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** Writes a line to standard output. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line to standard error. */
export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}
