import type { CslItem } from '../../bibliography/cslItem.ts'
import { markedKey } from '../../citation/citationText.ts'
import type { PlacedCitation, PrintedGroup, PrintedRun } from '../printed.ts'
import { finished, asNote } from '../pieces/finished.ts'
import type { Format, SortKeys } from '../formats/format.ts'
import { sortedBy } from './listOrder.ts'
import type { ReadGroup, ReadMention } from './readMention.ts'
import { asCited, firstTime, saidBy, type ReportCitations } from './reportCitations.ts'
import { saidTogether, type SaidCitation } from './saidTogether.ts'
import { expanded, readWritten } from '../pieces/markup.ts'
import { glued, inFace, marks, said, textOf, type Words, wrapped } from '../pieces/words.ts'

/** What the groups of a report print, in a style within the text and in a note style. */
export function printedGroups(report: ReportCitations): readonly PrintedGroup[] {
  const { isNote = false } = report.format
  return report.groups.map((group) =>
    report.known.groups.of(group.placed, decidedBy(group, report), () =>
      printedGroup(mentionsOf(group), report, isNote),
    ),
  )
}

/** All of the report that decides what is printed of a group. */
function decidedBy({ mentions, before }: ReadGroup, report: ReportCitations): string {
  return mentions.map(({ id }, index) => saidBy(id, before[index] ?? firstTime, report)).join('\n')
}

function mentionsOf({ mentions, before }: ReadGroup): readonly ReadMention[] {
  return mentions.map((mention, index) => ({ ...mention, ...(before[index] ?? firstTime) }))
}

function printedGroup(
  group: readonly ReadMention[],
  report: ReportCitations,
  isNote: boolean,
): PrintedGroup {
  if (group.every(({ placed }) => placed.work === undefined)) return asWritten(group, isNote)
  const { text, note } = saidGroup(group, report, isNote)
  const end = (words: Words): readonly PrintedRun[] => finished(words, report.terms)
  if (note === undefined) return { text: end(text) }
  const { before } = report.format.group
  // What is quoted may end the note.
  const behind = /[.?!;:][”’]$/u.test(textOf(note)) ? '' : report.format.group.behind
  return { text: end(text), note: end(asNote(wrapped(before, note, behind))), words: end(note) }
}

/** Citations of others alone, brackets and all; in a note style they are a note. */
function asWritten(group: readonly ReadMention[], isNote: boolean): PrintedGroup {
  const parts = group.map(({ placed }) => placed)
  const bracketed = parts.map(writtenCitation).join('; ')
  const [first] = parts
  const isNarrative = first?.citation.form !== 'bracketed'
  const text = isNarrative ? narrativeAsWritten(parts) : `[${bracketed}]`
  return isNote && !isNarrative ? { text: [], note: runOf(bracketed) } : { text: runOf(text) }
}

function runOf(text: string): readonly PrintedRun[] {
  return text === '' ? [] : [{ text }]
}

function narrativeAsWritten([first, ...others]: readonly PlacedCitation[]): string {
  if (first === undefined) return ''
  const behind = [...(first.rest === '' ? [] : [first.rest.trim()]), ...others.map(writtenCitation)]
  return keyAsWritten(first) + (behind.length === 0 ? '' : ` [${behind.join('; ')}]`)
}

function writtenCitation(placed: PlacedCitation): string {
  const before = placed.prefix === '' ? '' : `${placed.prefix} `
  return before + keyAsWritten(placed) + placed.rest
}

function keyAsWritten({ citation: { key, braced, suppressAuthor } }: PlacedCitation): string {
  return markedKey({ key: braced ? `{${key}}` : key, suppressAuthor })
}

function saidGroup(
  group: readonly ReadMention[],
  report: ReportCitations,
  isNote: boolean,
): { readonly text: Words; readonly note?: Words } {
  const { format } = report
  if (format.collapse === 'number') return { text: inBrackets(group, report) }
  const sorted = sortedGroup(
    group.filter((mention) => isSaid(mention, report)),
    report,
  )
  const [first, ...others] = sorted
  if (first?.mode !== 'author') {
    return isNote
      ? { text: [], note: together(sorted, report) }
      : { text: inLayout(sorted, report) }
  }
  const author = saidCitation(first, report).whole
  if (isNote) return { text: author, note: together(others, report) }
  const behind = inLayout(others, report)
  return { text: author.length === 0 ? behind : glued([author, said(' '), behind]) }
}

function inLayout(mentions: readonly ReadMention[], report: ReportCitations): Words {
  const { before, behind } = report.format.group
  return wrapped(before, together(mentions, report), behind)
}

function together(mentions: readonly ReadMention[], report: ReportCitations): Words {
  const citations = mentions.map((mention) => saidCitation(mention, report))
  return saidTogether(citations, report.format)
}

/** A bracket for each citation with a place, and one for those without that stand together. */
function inBrackets(group: readonly ReadMention[], report: ReportCitations): Words {
  const numbered = group.filter(({ mode }) => mode !== 'author')
  const brackets: ReadMention[][] = []
  let wasPlaced = true
  for (const mention of numbered) {
    const isPlaced = mention.placed.places.length > 0
    if (isPlaced || wasPlaced) brackets.push([])
    brackets.at(-1)?.push(mention)
    wasPlaced = isPlaced
  }
  return brackets.flatMap((one) => inFace(inLayout(sortedGroup(one, report), report), 'raised'))
}

/** Sorted as the style wants it, but no further than words before or behind a citation let it. */
function sortedGroup(
  group: readonly ReadMention[],
  report: ReportCitations,
): readonly ReadMention[] {
  const { format, lang } = report
  if (format.citationKeys === undefined) return group
  const parts: ReadMention[][] = []
  for (const mention of group) {
    const leader = parts.at(-1)?.[0]
    if (leader !== undefined && isAlone(leader) && isAlone(mention)) parts.at(-1)?.push(mention)
    else parts.push([mention])
  }
  return parts.flatMap((part) => sortedBy(part, (mention) => keysOf(mention, report), lang))
}

/** The author of a narrative citation is not, where a work is cited without. */
function isSaid(mention: ReadMention, report: ReportCitations): boolean {
  return mention.mode !== 'author' || saidCitation(mention, report).whole.length > 0
}

/** Whether nothing is said before it or behind. */
function isAlone({ mode, behind, placed }: ReadMention): boolean {
  return behind.rest.length === 0 && (placed.prefix === '' || mode === 'author')
}

function keysOf(mention: ReadMention, report: ReportCitations): SortKeys {
  const { work } = mention.placed
  if (work === undefined) {
    const number = report.numbers.get(mention.id) ?? 0
    return [report.format.collapse === 'number' ? String(number).padStart(9, '0') : undefined]
  }
  return (
    report.format.citationKeys?.(asCited(work, mention, { ...report, tellings: new Map() })) ?? []
  )
}

function saidCitation(mention: ReadMention, report: ReportCitations): SaidCitation {
  const { format, numbers } = report
  const { placed, behind, mode, id } = mention
  const { work, prefix } = placed
  const before = mode === 'author' ? '' : prefix
  const around = {
    prefix: before === '' ? [] : [...expanded(readWritten(before)), ...said(' ')],
    rest: behind.rest,
    number: numbers.get(id) ?? 0,
    isSuppressed: mode === 'suppressed',
  }
  if (work === undefined) {
    const key = said(marks.kept + keyAsWritten(placed))
    return { ...around, whole: key, bare: key, hasLocator: false, by: [] }
  }
  const { locator } = behind
  const cited = { ...asCited(work, mention, report), ...(locator !== undefined && { locator }) }
  const author = format.author(cited)
  if (mode === 'author')
    return { ...around, whole: author, bare: author, hasLocator: false, by: [] }
  const whole = format.cite(cited, author)
  const isAuthorless = author.length === 0
  return {
    ...around,
    whole,
    bare: isAuthorless ? whole : format.cite(cited, []),
    hasLocator: locator !== undefined,
    by: isAuthorless ? (work.issued === undefined ? [] : ['date']) : sharedBy(work, author, format),
  }
}

/** By what an author is known to be the same: by the names, or by what is said in a language. */
function sharedBy(
  { author, language }: CslItem,
  said: Words,
  { sharesByLanguage = false }: Format,
): readonly string[] {
  const called = `${language} ${textOf(said)} ${JSON.stringify(author?.[0] ?? null)}`
  if (author === undefined) return [called]
  const names = JSON.stringify(author)
  return sharesByLanguage ? [language + names] : [names, called]
}
