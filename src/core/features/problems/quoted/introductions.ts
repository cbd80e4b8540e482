import type { Part } from '../../../official/outline.ts'
import { printedBefore, type ReadBefore, type Reading } from '../../../official/reading.ts'
import type { Passage, PassagePart, PrintedLabel } from '../../../quotation/passageIndex.ts'
import type { Span } from '../../../text/span.ts'

/** What an introductory clause ends in. */
const endOfIntroduction = /[:：—]$/u

/**
 * The introductory clauses that the last part of `path` goes on with, the outermost first: `Personal data shall
 * be:` before a point of the list. Each part of `path` stands within the one before. Spans are of the text of
 * `reading`, which is read with what stands `before` words; none where no clause ends in a colon or a dash.
 */
export function introductionsTo(
  path: readonly Part[],
  reading: Reading,
  before: ReadBefore,
): readonly Span[] {
  const found: Span[] = []
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const [parent, child] = [path[depth - 1], path[depth]]
    const span = parent && child && introductionOf(parent, child, reading, before)
    if (span === undefined) return found
    found.unshift(span)
  }
  return found
}

/** `passages` one behind the other, parted by an empty line, as one of the key `key`. */
export function joinedPassage(key: string, passages: readonly Passage[]): Passage {
  let text = ''
  const labels: PrintedLabel[] = []
  const parts: PassagePart[] = []
  for (const passage of passages) {
    if (text !== '') text += '\n\n'
    const at = text.length
    text += passage.text
    for (const label of passage.labels ?? []) {
      labels.push({ ...label, offset: at + label.offset })
    }
    for (const { key: part, span } of passage.parts ?? []) {
      parts.push({ key: part, span: { start: at + span.start, end: at + span.end } })
    }
  }
  return { key, text, labels, parts }
}

/** The last words of `parent` itself before `child`. */
function introductionOf(
  parent: Part,
  child: Part,
  { spans, text }: Reading,
  before: ReadBefore,
): Span | undefined {
  const whole = spans.get(parent)
  if (whole === undefined) return undefined
  const head = printedBefore(parent, before) ?? ''
  let start = whole.start + (text.startsWith(head, whole.start) ? head.length : 0)
  let last: Span | undefined
  for (const part of parent.parts) {
    const span = spans.get(part)
    if (span === undefined) continue
    const own = trimmed(text, { start, end: span.start })
    if (own.start < own.end) last = own
    if (part === child) break
    start = span.end
  }
  return last && endOfIntroduction.test(text.slice(last.end - 1, last.end)) ? last : undefined
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && isBlank(text, from)) from += 1
  while (to > from && isBlank(text, to - 1)) to -= 1
  return { start: from, end: to }
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at).trim() === ''
}
