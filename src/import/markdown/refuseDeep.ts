import { DocumentError, documentLimits } from '../documentError.ts'

/**
 * Looks for lines that nest deeper than is read: what reads Markdown takes the square of the time for them.
 *
 * @throws DocumentError where there is one.
 */
export function refuseDeep(source: string): void {
  // A sign that begins something within which the rest of the line stands.
  const opening = /[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/uy
  for (const [at, line] of source.split('\n').entries()) {
    let depth = 0
    opening.lastIndex = 0
    while (depth <= documentLimits.depth && opening.test(line)) depth += 1
    if (depth > documentLimits.depth) {
      const where = `line ${String(at + 1)}`
      throw new DocumentError(
        'too deep',
        `${where}: more than ${String(depth - 1)} lists and quotations within one another`,
      )
    }
  }
}
