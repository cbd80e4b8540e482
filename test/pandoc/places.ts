/** A citation that only one of us reads, and where its key stands. */
export interface Place {
  /** Read by us alone, by Pandoc alone, or by Pandoc alone in metadata. */
  readonly side: 'extra' | 'missed' | 'metadata'
  readonly report: string
  readonly key: string
  /** The report before the key. */
  readonly before: string
  /** The report behind the key. */
  readonly after: string
  /** The line of the key. */
  readonly line: string
  /** The line of the key, then those above that are indented less and less: what it stands in. */
  readonly owners: readonly string[]
}

/** The place of `key`, which stands once in `report`. */
export function placeOf(report: string, key: string, side: Place['side']): Place {
  const at = offsetOf(report, key)
  const [before, after] = [report.slice(0, at), report.slice(at + key.length)]
  const lineStart = before.lastIndexOf('\n') + 1
  const line = report.slice(lineStart).split('\n', 1)[0] ?? ''
  const owners = ownersOf(line, report.slice(0, lineStart))
  return { side, report, key, before, after, line, owners }
}

function offsetOf(report: string, key: string): number {
  for (let at = report.indexOf(key); at !== -1; at = report.indexOf(key, at + 1)) {
    if (!/[\da-z]/i.test(report.charAt(at + key.length))) return at
  }
  return report.length
}

function ownersOf(line: string, above: string): readonly string[] {
  const owners = [line]
  let least = indentOf(line)
  for (const earlier of above.split('\n').toReversed()) {
    const indent = indentOf(earlier)
    if (indent === earlier.length || indent >= least) continue
    owners.push(earlier)
    least = indent
  }
  return owners
}

function indentOf(line: string): number {
  return /^[\s>]*/.exec(line)?.[0].length ?? 0
}

/** What stands before the key since the last blank line. */
export function blockBefore({ before }: Place): string {
  return before.slice(before.lastIndexOf('\n\n') + 1)
}

/** Whether what `open` began before the key is not closed there by `close`. */
export function isOpen({ before }: Place, open: string, close: string): boolean {
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}

/** The labels of the notes in which the key stands. */
export function notesAround({ owners }: Place): readonly string[] {
  return owners.flatMap((line) =>
    [...line.matchAll(/(?:^|[\s>])\[\^([^\]\s]+)\]:/g)].map(([, label = '']) => label),
  )
}
