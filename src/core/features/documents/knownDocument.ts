import type { Corpus } from '../../corpus/corpus.ts'
import { allNames } from '../../corpus/language.ts'
import type { Instrument } from '../../corpus/provision.ts'
import { nameOfAddress } from '../../official/dayOfDocument.ts'
import { withoutEnding } from '../../text/withoutEnding.ts'
import { fold } from '../../words/fold.ts'

/** What is known of a document that somebody has, more of it once it was read. */
export interface DocumentFacts {
  /** Of its file, with its ending. */
  readonly name: string
  /** Of its bytes: 64 lower-case hexadecimal digits. */
  readonly sha256: string
  /** As the document prints it. */
  readonly title?: string | undefined
}

/** So short a name of a file, `oj` or `index.htm`, is that of many addresses. */
const shortestName = 10

/**
 * The instrument of `corpus` whose official document this is, and `undefined` where none is known to be it: the
 * one with its checksum; else the one that its name or the beginning of its title gives an official number of, an
 * amending act naming the amended one only behind its own; else the one at whose address a file of its name
 * lies; else the one that bears its title. Articles, which speak of others' documents, are none.
 */
export function instrumentOfDocument(
  { instruments }: Corpus,
  facts: DocumentFacts,
): Instrument | undefined {
  const primary = instruments.filter(({ type }) => type !== 'article')
  const rules: readonly ((one: Instrument) => boolean)[] = [
    ({ sha256 }) => sha256 === facts.sha256,
    ({ numbers = [] }) => numbers.some((number) => isNumbered(facts, number)),
    ({ url = '' }) => facts.name.length >= shortestName && nameOfAddress(url) === facts.name,
    (one) => titlesOf(one).includes(letters(facts.title ?? withoutEnding(facts.name))),
  ]
  for (const isIt of rules) {
    const found = primary.find(isIt)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether `number` stands in the name of the file, or in the title before all other numbers. */
function isNumbered({ name, title = '' }: DocumentFacts, number: string): boolean {
  if (wholeAt(fold(name), fold(number)) !== -1) return true
  const folded = fold(title)
  const at = wholeAt(folded, fold(number))
  return at !== -1 && !/\p{Nd}/u.test(folded.slice(0, at))
}

/** Where `part` first stands in `text`, and is no part of a longer number or word; -1 for nowhere. */
function wholeAt(text: string, part: string): number {
  const at = text.indexOf(part)
  const around = text.slice(Math.max(0, at - 1), at) + text.charAt(at + part.length)
  return /[\p{L}\p{Nd}]/u.test(around) ? -1 : at
}

function titlesOf({ titles, reference }: Instrument): readonly string[] {
  return [titles, reference?.officialTitles]
    .flatMap((names) => (names === undefined ? [] : allNames(names)))
    .map(letters)
}

/** What of a title is the same however it is set: its letters and digits. */
function letters(title: string): string {
  return fold(title).replaceAll(/[^\p{L}\p{Nd}]/gu, '')
}
