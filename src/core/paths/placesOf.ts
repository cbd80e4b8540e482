import { followSteps, namedBelow, type Followed } from '../citation/followSteps.ts'
import { readLocator, type Locator } from '../citation/locator.ts'
import {
  chineseWordsAfter,
  chineseWordsAround,
  chineseWordsBefore,
  englishWords,
} from '../citation/locatorLabels.ts'
import type { LocatorStep } from '../citation/locatorSteps.ts'
import { pagesMeet } from '../citation/pages.ts'
import { readLocatorOf, saysPrintedPlace } from '../citation/printedPlaces.ts'
import { labelled, structureOf, type Placed, type Structure } from '../citation/structure.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Instrument, Provision, ProvisionKind } from '../corpus/provision.ts'
import { blanked } from '../text/blanked.ts'
import { leastOf } from '../text/lists.ts'
import { chineseNumerals } from '../text/numerals.ts'
import { provisionAtLabels } from './labelPaths.ts'
import { fillers } from './pathTokens.ts'
import { labelsOf, type PathReading } from './spelledOut.ts'

/** The provisions that a path names in one instrument. */
export interface PlacesFound {
  readonly provisions: readonly Provision[]
  /** Whether the path goes deeper than the corpus. */
  readonly isDeeper: boolean
  /** Whether they are several, and called by a word that means other kinds as well: `第五条` of actions. */
  readonly isVague: boolean
}

/** A place as all instruments read it that print no such place of their own. */
interface PlaceRead {
  readonly suffix: string
  readonly labels: readonly string[]
  readonly locator: Locator
}

/** Reads paths in one instrument after the other. */
export class PathReader {
  readonly #corpus: Corpus
  readonly #places = new Map<string, PlaceRead>()

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /**
   * What `reading` names in `instrument`; `undefined` where that is nothing, or not all of it is
   * understood. Labels without any word for a kind are read only where `isNamed`: where somebody says
   * that it is this instrument.
   */
  read(instrument: Instrument, reading: PathReading, isNamed: boolean): PlacesFound | undefined {
    const { place, kinds, label } = reading
    const found = this.#follow(instrument, place, isNamed)
    if (kinds === undefined && label === undefined) {
      return place === '' && !isNamed ? undefined : found
    }
    const isAsked = isNamed || place !== '' || label !== undefined
    if (found === undefined || found.isDeeper || !isAsked) return undefined
    const provisions = found.provisions.flatMap((above) => this.#below(above, reading, instrument))
    return provisions.length === 0 ? undefined : { provisions, isDeeper: false, isVague: false }
  }

  #follow(instrument: Instrument, place: string, isNamed: boolean): PlacesFound | undefined {
    if (place === '') return { provisions: [instrument], isDeeper: false, isVague: false }
    const read = this.#readOnce(place)
    if (read.labels.length > 0) {
      const provision = isNamed && provisionAtLabels(instrument, read.labels, this.#corpus)
      return provision ? { provisions: [provision], isDeeper: false, isVague: false } : undefined
    }
    const locator = this.#locatorIn(instrument, read)
    return locator.steps.length === 0 ? undefined : this.#followSteps(instrument, locator)
  }

  #readOnce(place: string): PlaceRead {
    const known = this.#places.get(place)
    if (known !== undefined) return known
    const suffix = `, ${place}`
    const labels = labelsOf(place)
    const isPlace = labels.length === 0 && !foreign.test(place)
    const locator = isPlace ? onlyWhole(readLocator(suffix), suffix) : nothing
    const read = { suffix, labels, locator }
    this.#places.set(place, read)
    return read
  }

  /** What is said behind the key of `instrument`; nothing where that says other things as well. */
  #locatorIn(instrument: Instrument, { suffix, locator }: PlaceRead): Locator {
    return saysPrintedPlace(instrument, suffix, this.#corpus)
      ? onlyWhole(readLocatorOf(instrument, suffix, this.#corpus), suffix)
      : locator
  }

  #followSteps(instrument: Instrument, { steps, pages }: Locator): PlacesFound | undefined {
    if (!this.#has(instrument, steps)) return undefined
    const followed = followSteps(instrument, instrument, steps, this.#corpus)
    const isOne = followed.length === 1 || steps.some(({ link }) => link !== undefined)
    const isClear = isOne && followed.every(isUnderstood)
    const provisions = isClear
      ? followed.flatMap(({ path }) => path.slice(-1))
      : this.#followAll(instrument, steps)
    const isThere = provisions.length > 0 && !provisions.includes(instrument)
    if (!isThere || !stands(provisions, pages)) return undefined
    const isDeeper = followed.some(({ deeper }) => deeper.length > 0)
    return { provisions, isDeeper, isVague: !isClear && steps.some(hasSeveralKinds) }
  }

  /** Whether `instrument` has the kinds of `steps`, or may have them below what the corpus has. */
  #has(instrument: Instrument, steps: readonly LocatorStep[]): boolean {
    const there = structureOf(instrument, this.#corpus).below.get('instrument')
    const mayBe = (kind: ProvisionKind): boolean => there?.has(kind) === true || isDeep(kind)
    return steps.every(({ kinds }) => kinds?.some(mayBe) ?? true)
  }

  /** All that `steps` may lead to, one below the other, where they lead to several places: first where nothing is left out. */
  #followAll(instrument: Instrument, steps: readonly LocatorStep[]): readonly Provision[] {
    const structure = structureOf(instrument, this.#corpus)
    if (steps.some(({ link }) => link !== undefined)) return []
    const paths = steps.reduce<readonly (readonly Provision[])[]>(
      (all, step) =>
        all.flatMap((path) =>
          namedOrBegun(path, step, structure).map(({ above, provision }) => [...above, provision]),
        ),
      [[instrument]],
    )
    const nearestFirst = paths.toSorted((one, other) => one.length - other.length)
    return nearestFirst.flatMap((path) => path.slice(-1))
  }

  /** What `reading` asks for below `above`: the nearest of its kinds, or with its label. */
  #below(above: Provision, reading: PathReading, instrument: Instrument): readonly Provision[] {
    const { kinds, label } = reading
    const structure = structureOf(instrument, this.#corpus)
    const all = label === undefined ? structure.places.all : labelled(structure, label)
    const found = all.filter(
      (placed) =>
        (placed.above.includes(above) || above === instrument) &&
        (kinds?.includes(placed.provision.kind) ?? true),
    )
    return nearest(found)
  }
}

/** What `step` names below the last of `path`, else those whose printed places it begins: all targets `13.1` of `target 13`. */
function namedOrBegun(
  path: readonly Provision[],
  step: LocatorStep,
  structure: Structure,
): readonly Placed[] {
  const named = namedBelow(path, step, structure)
  const begins = ({ above, provision: { place } }: Placed): boolean =>
    above[path.length - 1] === path.at(-1) && (place?.en.startsWith(`${step.label}.`) ?? false)
  return named.length > 0 ? named : structure.places.all.filter(begins)
}

function hasSeveralKinds({ kinds = [] }: LocatorStep): boolean {
  return kinds.length > 1
}

/** Kinds that a corpus often leaves out. */
const deepKinds: ReadonlySet<ProvisionKind> = new Set([
  ...(['paragraph', 'point', 'subsection', 'subparagraph', 'clause'] as const),
  ...(['item', 'subitem'] as const),
])

function isDeep(kind: ProvisionKind): boolean {
  return deepKinds.has(kind)
}

function nearest(found: readonly Placed[]): readonly Provision[] {
  const level = leastOf(found.map(({ above }) => above.length))
  return found.filter(({ above }) => above.length === level).map(({ provision }) => provision)
}

function isUnderstood({ notUnderstood }: Followed): boolean {
  return notUnderstood === undefined
}

/** What may stand between the steps of a path that is read wholly. */
const betweenSteps = new RegExp(
  `(?<!\\p{L})(?:${fillers.join('|')}|and|or)(?!\\p{L})|[的之中里裡第条項项條个個和与]`,
  'giu',
)

const wordsOfPlaces = [
  ...englishWords.flatMap(({ word }) => word.split(/[ -]/u)),
  ...[...fillers, 'and', 'or', 'page', 'pg'],
].join('|')
const charactersOfPlaces = [
  ...[...chineseWordsBefore, ...chineseWordsAfter, ...chineseWordsAround].map(({ word }) => word),
  `${chineseNumerals}第至到和及与與或页頁的之中里裡条條款項项目点點段个個`,
].join('')

/** A word or a character that no reader of places knows: what has one is not understood wholly. */
const foreign = new RegExp(
  `(?<![a-z])(?!(?:${wordsOfPlaces}|[ivxlcdm]+)(?:e?s)?(?![a-z]))[a-z]{3}|(?![${charactersOfPlaces}])\\p{Script=Han}`,
  'iu',
)

const nothing: Locator = { pages: [], steps: [] }

function onlyWhole(locator: Locator, suffix: string): Locator {
  return saysAll(locator, suffix) ? locator : nothing
}

/** Whether the steps and pages of `suffix` are all that it says. */
function saysAll({ steps, pages }: Locator, suffix: string): boolean {
  const spans = [...steps.map(({ span }) => span), ...pages.map(({ wholeSpan }) => wholeSpan)]
  const read = spans.toSorted((one, other) => one.start - other.start).map((span) => ({ span }))
  return !/[\p{L}\p{N}]/u.test(blanked(suffix, 0, read, ' ').replace(betweenSteps, ' '))
}

/** Whether one of `provisions` stands on one of `pages`, where both are known. */
function stands(provisions: readonly Provision[], pages: Locator['pages']): boolean {
  return (
    pages.length === 0 ||
    provisions.some((one) => {
      const own = one.level === 'instrument' ? undefined : one.pages
      return own === undefined || pages.some((named) => pagesMeet(own, named.pages))
    })
  )
}
