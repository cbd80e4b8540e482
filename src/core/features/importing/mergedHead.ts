import { findFrontMatter, ofCorpusFiles } from '../../text/frontMatter.ts'
import { correctionLines, listFieldsLine, notes, notUnderstood } from './importing.ts'
import { correctionsOf, type NextEdition } from './nextEdition.ts'

/** What the lines of a file end with. */
export type LineEnd = '\n' | '\r\n'

/** What the head of a file says of its next edition. */
interface HeadFacts {
  /** Of the document. */
  readonly sha256: string
  /** The labels that are given to nothing any more. */
  readonly gone: readonly string[]
  /** Which field is what, where the next edition is a list and somebody said so. */
  readonly listFields: string | undefined
  /** What lines end with that are written. */
  readonly end: LineEnd
}

/**
 * The front matter and what stands before the first heading, with the checksum, the last page, the corrections,
 * which field of a list is what and the labels that went, where it has these fields or there are any, and with what was not understood of it.
 */
export function headOfNextEdition(
  head: string,
  edition: NextEdition,
  { sha256, gone, listFields, end }: HeadFacts,
): string {
  const { instrument, outline, corrections } = edition
  const place = findFrontMatter(head, 0, ofCorpusFiles)
  if (place === undefined) return head
  const { content } = place
  const lastPage = outline.parts.at(-1)?.pages?.last
  const offset = (instrument.firstPage ?? 1) - 1
  let front = withLine(head.slice(content.start, content.end), 'sha256', sha256)
  if (lastPage !== undefined && lastPage > offset)
    front = withLine(front, 'last-page', String(lastPage - offset))
  const before = correctionLines(correctionsOf(instrument)).join(end)
  const after = correctionLines(corrections).join(end)
  if (before !== after) front = withField(front, 'import', after, end)
  if (listFields !== undefined && listFields !== instrument.listFields)
    front = withField(front, 'fields', listFieldsLine(listFields), end)
  if (gone.length > (instrument.gone?.length ?? 0))
    front = withField(front, 'gone', `gone: ${gone.join('; ')}`, end)
  return (
    head.slice(0, content.start) + front + withNotes(head.slice(content.end), outline.unread, end)
  )
}

/** The lines of `front` with another value of the field `name`, where it is there. */
function withLine(front: string, name: string, value: string): string {
  const lines = front.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${name}:`))
  if (at === -1) return front
  const cut = lines[at]?.endsWith('\r') === true ? '\r' : ''
  return lines.with(at, `${name}: ${value}${cut}`).join('\n')
}

/** The lines of `front` without the field `name`, and with `text` behind them, if any. */
function withField(front: string, name: string, text: string, end: LineEnd): string {
  const lines = front.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${name}:`))
  let behind = at + 1
  while (/^(?:\s+\S|- )/u.test(lines[behind] ?? '')) behind++
  const others = at === -1 ? front : lines.toSpliced(at, behind - at).join('\n')
  return others + (text === '' ? '' : text + end)
}

/** `below`, the comment on what was not understood being that of the next edition. */
function withNotes(
  below: string,
  unread: NextEdition['outline']['unread'],
  lineEnd: LineEnd,
): string {
  const now = (notes(unread)[0] ?? '').replaceAll('\n', lineEnd)
  const start = below.indexOf(notUnderstood)
  const end = start === -1 ? -1 : below.indexOf('-->', start)
  if (end === -1) return now === '' ? below : [below.trimEnd(), '', now, ''].join(lineEnd)
  return below.slice(0, start) + now + below.slice(end + '-->'.length)
}
