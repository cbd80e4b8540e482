import { divisionsAndChain, locatorChain, printedLabel } from '../../citation/locatorLabels.ts'
import { pagesMeet } from '../../citation/pages.ts'
import { ancestorsOf, childrenOf } from '../../corpus/corpus.ts'
import type { Provision } from '../../corpus/provision.ts'
import { chineseNumerals, inChinese, numberOf } from '../../text/numerals.ts'
import { namesGoingOn, type PlaceWords } from './goingOn.ts'
import { foundBelow, nextBelow, type Nameable } from './nextBelow.ts'
import { leadsBackTo, lastSaid, type Said } from './said.ts'

/** A provision that goes on from what is begun, and the text that names it there. */
export interface NamedFrom {
  readonly provision: Nameable
  readonly label: string
  readonly text: string
}

/** The provisions that go on from what is begun, each read back as itself, in the order of the instrument. */
export function* provisionsFrom(said: Said): Generator<NamedFrom, undefined, undefined> {
  const known = new Set<Provision>(said.places.map(({ provision }) => provision))
  for (const { provision, isMore } of candidates(said)) {
    if (known.has(provision)) continue
    const text = textsFor(said, provision).find((one) => leadsBackTo(said, one, provision, isMore))
    if (text === undefined) continue
    known.add(provision)
    yield { provision, label: labelOf(said, provision, text), text }
  }
  return undefined
}

/** A provision that may be meant, and whether as one more place beside those that are said. */
interface Candidate {
  readonly provision: Nameable
  readonly isMore: boolean
}

function candidates(said: Said): readonly Candidate[] {
  switch (said.joint) {
    case 'below':
      return childrenOf(said.corpus, lastSaid(said).provision).map(within)
    case 'next':
      return [...next(said).map(within), ...behind(said).map(asMore)]
    case 'beside':
      return beside(said).map(asMore)
  }
}

function within(provision: Nameable): Candidate {
  return { provision, isMore: false }
}

function asMore(provision: Nameable): Candidate {
  return { provision, isMore: true }
}

/** What stands below the last place; below a measure that words name only where something is begun. */
function next(said: Said): readonly Nameable[] {
  const { begun, corpus } = said
  const { provision, by } = lastSaid(said)
  if (begun !== '') return foundBelow(provision, corpus)
  if (provision.level === 'measure' && by === 'words') return []
  const all = nextBelow(provision, corpus)
  const there = all.filter((one) => standsOnPages(one, said))
  return there.length === 0 ? all : there
}

/** Whether `pages` of what is said, where any are, may be those of `provision`. */
function standsOnPages({ pages }: Nameable, { places }: Said): boolean {
  const said = places.flatMap((place) => place.pages)
  return pages === undefined || said.length === 0 || said.some((one) => pagesMeet(one.pages, pages))
}

/** One more place behind a comma: where something is begun, or the word before stands for several. */
function behind(said: Said): readonly Nameable[] {
  if (lastSaid(said).by === 'key') return []
  if (said.begun !== '') return foundBelow(said.named, said.corpus)
  return isList(said) ? beside(said) : []
}

/** What stands beside the last place, and beside what is above that, the nearest first; to the end of a range what follows it. */
function beside(said: Said): readonly Nameable[] {
  const { provision } = lastSaid(said)
  const levels = ancestorsOf(said.corpus, provision)
    .toReversed()
    .map((above) => levelBelow(above, said))
  const all = levels
    .filter((level, at) => !levels.slice(at + 1).some((higher) => holdsAll(higher, level)))
    .flat()
  return isRange(said) ? all.slice(all.findIndex((one) => one === provision) + 1) : all
}

function levelBelow(above: Provision, { begun, corpus }: Said): readonly Nameable[] {
  if (above.level === 'measure') return childrenOf(corpus, above)
  return begun === '' ? nextBelow(above, corpus) : foundBelow(above, corpus)
}

function holdsAll(level: readonly Nameable[], others: readonly Nameable[]): boolean {
  return others.every((other) => level.includes(other))
}

/** The texts that may name `provision` behind what is said, the likeliest first. */
function textsFor(said: Said, provision: Nameable): readonly string[] {
  if (said.joint === 'below') return textsBelow(said, provision)
  const names = namesGoingOn(said.begun, provision, wordsOf(said))
  const label = printedLabel(provision)
  const isLabelBegun = label.startsWith(said.begun.replace(/^\(/, ''))
  const bare = isLabelBegun ? [label] : []
  const inBrackets = isLabelBegun && /\)[^()]*$/.test(said.said) ? [`(${label})`] : []
  const texts = isList(said) ? [...bare, ...names] : [...inBrackets, ...names]
  return texts.map((text) => gapBefore(said) + text)
}

/** Whether one word stands for several places: `arts. 9, 10 and`, `§§ 2–`. */
function isList(said: Said): boolean {
  const isMany = /(?:\p{L}{2}s\.?|§§|¶¶)(?:[\p{N}IVXLC,&\s]|and|or)*$/u.test(said.said)
  return isMany || isRange(said)
}

function isRange({ said }: Said): boolean {
  return /(?:[-–—~～至到]|\b(?:to|through))\s*$/u.test(said)
}

function gapBefore({ said }: Said): string {
  return /[,;&\p{Script=Latin}]$/u.test(said) ? ' ' : ''
}

/** `(1)` behind `art. 5`, `.2` behind `sec. 4`, `第1款` behind `第5条`. */
function textsBelow(said: Said, provision: Nameable): readonly string[] {
  const { begun, language } = said
  const label = printedLabel(provision)
  const number = numberOf(label)
  const labels = number === undefined ? [label] : [label, inChinese(number)]
  const [, mark = '', rest = ''] = /^\s?([.(（]?)(.*)$/u.exec(begun) ?? []
  const going = labels.filter((one) => one.toLowerCase().startsWith(rest.toLowerCase()))
  switch (mark) {
    case '.':
      return going.map((one) => `.${one}`)
    case '(':
      return going.map((one) => `(${one})`)
    case '（':
      return going.toReversed().map((one) => `（${one}）`)
    default:
      return namesGoingOn(begun, provision, {
        ...wordsOf(said),
        language: language === 'en' ? 'zh-Hans' : language,
      })
  }
}

const numberedInWords = new RegExp(
  `[${chineseNumerals}]\\p{Script=Han}{1,5}[、，和及与與或至到]?$`,
  'u',
)

/** In which words the next place is named: as the last one, where that has its number in Chinese words. */
function wordsOf({ said, language, instrument, corpus }: Said): PlaceWords {
  const inWords = numberedInWords.test(said)
  return { language, instrument, corpus, inWords }
}

/** What `text` names, as a row says it: the whole of `art. 5(1)` where the text is but `(1)`. */
function labelOf({ joint, corpus, ...said }: Said, provision: Nameable, text: string): string {
  const words = text.trim().replaceAll(/\s+/gu, ' ')
  const isWhole = joint !== 'below' && !words.startsWith('(') && words !== printedLabel(provision)
  if (isWhole) return words
  const { chain } = divisionsAndChain([...ancestorsOf(corpus, provision), provision])
  return chain.length === 0 ? words : locatorChain(chain, said.language, said.instrument)
}
