/** Writes `text` to the standard output. */
export function say(text: string): void {
  process.stdout.write(text)
}

/** Writes a line for people to the standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
