import { numberOf } from '../../core/text/numerals.ts'
import { byPage } from './lines/byPage.ts'
import type { Line } from './lines/lines.ts'

/** So many lines with leaders make a page one of a table of contents. */
const fewestLeaders = 4
const leader = /(?:\.\s?){5,}|…{2,}/u

const announced =
  /^(?:table of )?contents:?$|^(?:sommaire|table des matières|inhalt(?:sverzeichnis)?|índice|目\s*[录錄次])$/iu
/** An entry ends in the number of a page. */
const entry = /\S\s+(\d{1,4}|[ivxlc]{1,7})$/u
/** So many lines without a number may stand between two entries, as those of a long title do. */
const longestEntry = 2

/** Lines of pages parted into those of tables of contents and all others, by page. */
export function withoutContents(lines: readonly Line[]): {
  readonly contents: ReadonlyMap<number, readonly Line[]>
  readonly rest: ReadonlyMap<number, readonly Line[]>
} {
  const pages = byPage(lines)
  const contents = new Map<number, readonly Line[]>()
  const rest = new Map<number, readonly Line[]>()
  const later = lastPages(lines)
  let isOpen = false
  for (const [page, own] of pages) {
    if (own.filter(({ text }) => leader.test(text)).length >= fewestLeaders) {
      const first = Math.max(
        0,
        own.findIndex(({ text }) => announced.test(text)),
      )
      contents.set(page, own.slice(first))
      if (first > 0) rest.set(page, own.slice(0, first))
      isOpen = true
      continue
    }
    const start: number = isOpen ? -1 : own.findIndex(({ text }) => announced.test(text))
    const isListed: boolean = isOpen || start !== -1
    const end: number = isListed ? endOfEntries(own, start + 1, later) : 0
    const listed = isListed ? own.slice(Math.max(0, start), end) : []
    isOpen = isListed && end === own.length && end > start + 1
    if (listed.length > 1 || (listed.length > 0 && start === -1)) {
      contents.set(page, listed)
      const kept = own.filter((line) => !listed.includes(line))
      if (kept.length > 0) rest.set(page, kept)
    } else rest.set(page, own)
  }
  return { contents, rest }
}

/** Behind the last entry from `start`; the numbers of their pages do not fall. */
function endOfEntries(
  lines: readonly Line[],
  start: number,
  later: ReadonlyMap<string, number>,
): number {
  let end = start
  let last = 0
  for (let at = start; at < lines.length && at - end <= longestEntry; at += 1) {
    const line = lines[at]
    if (line === undefined || line.table !== undefined) break
    const number = start === 0 ? undefined : entry.exec(line.text)?.[1]
    const page = number === undefined ? last : (numberOf(number) ?? last)
    const isEntry = leader.test(line.text) || (number !== undefined && page >= last)
    if (!isEntry && (later.get(plainEntry(line.text)) ?? 0) <= line.page) continue
    end = at + 1
    if (number !== undefined && /\d/u.test(number)) last = page
  }
  return end
}

/** The last page on which each line stands. */
function lastPages(lines: readonly Line[]): ReadonlyMap<string, number> {
  return new Map(lines.map(({ text, page }) => [plainEntry(text), page] as const))
}

function plainEntry(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
