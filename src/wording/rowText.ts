import { divisionsAndChain, capitalised, locatorLabel } from '../core/citation/locatorLabels.ts'
import { ancestorsOf, hasEnded, instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import { pathOf } from '../core/corpus/key.ts'
import { nameIn, type Language } from '../core/corpus/language.ts'
import type { Division, Instrument, Provision } from '../core/corpus/provision.ts'
import { shortName } from '../core/corpus/shortName.ts'
import { columnsOf, endsWithinColumns } from '../core/text/columns.ts'
import { plainLine } from '../core/text/inertMarkdown.ts'
import { plainTitle, withoutBegun } from './wording.ts'

/** What the icon of a row says. */
export type RowKind = 'instrument' | 'division' | 'measure' | 'claim'

/** The words of a row, wherever provisions are listed: plain text, each on one line. */
export interface RowText {
  readonly kind: RowKind
  /** What identifies the provision, and stands first: a list cuts what stands last. */
  readonly place: string
  readonly title: string
}

/** The row of `provision`, a member of `corpus`. */
export function rowText(corpus: Corpus, provision: Provision, language: Language): RowText {
  return {
    kind: rowKind(provision),
    place: shortPlaceText(corpus, provision, language),
    title: plainTitle(provision, language),
  }
}

/** What the icon of a row of `provision` says. */
export function rowKind(provision: Provision): RowKind {
  if (provision.level !== 'measure') return provision.level
  return provision.claim === undefined ? 'measure' : 'claim'
}

/** So many columns a list of suggestions of VS Code's default width can show. */
const widestPlace = 42

/** So much of a name is left however long the label is. */
const narrowestName = 8

/**
 * Where a provision stands in the fewest words: the short name of its instrument and its label, `AIAP
 * II.3.1`, `AI Act Annex III.1`; of an instrument that no longer holds with a mark behind.
 */
function shortPlaceText(corpus: Corpus, provision: Provision, language: Language): string {
  const instrument = instrumentOf(corpus, provision.key)
  if (instrument === undefined) return provision.key
  const label = plainLine(labelWithin(corpus, instrument, provision, language))
  const room = Math.max(narrowestName, widestPlace - columnsOf(label))
  const name = endsWithinColumns(plainLine(shortName(corpus, instrument, language)), room)
  return [name, label, hasEnded(instrument) ? '⚠' : ''].filter((part) => part !== '').join(' ')
}

/** The place that the instrument prints, else the path of the key, in which words stand for the prefixes of divisions. */
function labelWithin(
  corpus: Corpus,
  instrument: Instrument,
  provision: Provision,
  language: Language,
): string {
  if (provision.level === 'instrument') return ''
  if (provision.place !== undefined) return nameIn(provision.place, language)
  const path = pathOf(provision.key) ?? ''
  const { divisions } = divisionsAndChain([...ancestorsOf(corpus, provision), provision])
  const named = divisions.filter((division) => isNamedIn(path, division))
  const words = named.map((division) => capitalised(locatorLabel(division, language, instrument)))
  const rest = path.slice(pathOf(named.at(-1)?.key ?? '')?.length ?? 0)
  return `${withoutBegun(words).join(language === 'en' ? ' ' : '')}${rest}`
}

/** Whether the path of `division` begins `path`, and says by a prefix what it is: `annex-III`. */
function isNamedIn(path: string, division: Division): boolean {
  const own = pathOf(division.key) ?? ''
  return /^[a-z]+-/u.test(own) && `${path}.`.startsWith(`${own}.`)
}
