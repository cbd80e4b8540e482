import { findFrontMatter, ofCorpusFiles } from '../../text/frontMatter.ts'
import { correctionLines, notes, notUnderstood } from './importing.ts'
import { correctionsOf, type NextEdition } from './nextEdition.ts'

/**
 * The front matter and what stands before the first heading, with the checksum, the last page and the corrections
 * of the next edition, where it has these fields, and with what was not understood of it.
 */
export function headOfNextEdition(head: string, edition: NextEdition, sha256: string): string {
  const { instrument, outline, corrections } = edition
  const place = findFrontMatter(head, 0, ofCorpusFiles)
  if (place === undefined) return head
  const { start, end } = place.content
  const lastPage = outline.parts.at(-1)?.pages?.last
  const offset = (instrument.firstPage ?? 1) - 1
  let front = withLine(head.slice(start, end), 'sha256', sha256)
  if (lastPage !== undefined && lastPage > offset)
    front = withLine(front, 'last-page', String(lastPage - offset))
  const before = correctionLines(correctionsOf(instrument)).join('\n')
  const after = correctionLines(corrections).join('\n')
  if (before !== after) front = withoutCorrections(front) + (after === '' ? '' : `${after}\n`)
  return head.slice(0, start) + front + withNotes(head.slice(end), outline.unread)
}

/** The lines of `front` with another value of the field `name`, where it is there. */
function withLine(front: string, name: string, value: string): string {
  const lines = front.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${name}:`))
  return at === -1 ? front : lines.with(at, `${name}: ${value}`).join('\n')
}

function withoutCorrections(front: string): string {
  const lines = front.split('\n')
  const at = lines.findIndex((line) => line.startsWith('import:'))
  if (at === -1) return front
  let end = at + 1
  while (/^(?:\s|- )/u.test(lines[end] ?? '')) end++
  return lines.toSpliced(at, end - at).join('\n')
}

/** `below`, the comment on what was not understood being that of the next edition. */
function withNotes(below: string, unread: NextEdition['outline']['unread']): string {
  const [now = ''] = notes(unread)
  const start = below.indexOf(notUnderstood)
  const end = start === -1 ? -1 : below.indexOf('-->', start)
  if (end === -1) return now === '' ? below : `${below.trimEnd()}\n\n${now}\n`
  return below.slice(0, start) + now + below.slice(end + '-->'.length)
}
