import { headingKind, usualKinds } from '../corpus/kinds.ts'
import { isPrintedPlace } from '../corpus/printedPlace.ts'
import type { DivisionKind, InstrumentType, MeasureKind } from '../corpus/provision.ts'
import { fitTitle, ownFirstWords } from './firstWords.ts'
import type { Outline, Part } from './outline.ts'
import { titleSetter } from './properTitle.ts'
import { divisionKind, isBox, ProvisionLabels, type Above } from './provisionLabels.ts'

/** A provision that a part of an official document may become, to be accepted or corrected. */
export interface ProposedProvision {
  readonly level: Part['level']
  /** The kind that its heading names; `undefined` for the usual measure of the instrument. */
  readonly kind?: DivisionKind | MeasureKind
  /** What its key ends with; each stands once. */
  readonly label: string
  /** Its place as the document prints it, where kind and label do not give it. */
  readonly place?: string
  readonly title: string
  /** Whether the document prints the title; else it is its first words. */
  readonly isPrinted: boolean
  /** Pages of the file, counted from 1. */
  readonly pages?: Part['pages']
  /** How the document names it, where analysts may: an eId. */
  readonly id?: string
  /** By the names that the document uses. */
  readonly agencies: readonly string[]
  readonly parts: readonly ProposedProvision[]
}

/**
 * The provisions that `outline` proposes for an instrument with this id and type, labelled as
 * {@link ProvisionLabels} says. A heading that is but the title of the document, above all else, is none. Titles
 * in capitals are set as those of a running text, and no two first words are the same as far as they go.
 */
export function proposeProvisions(
  outline: Outline,
  { id, type }: { readonly id: string; readonly type: InstrumentType },
): readonly ProposedProvision[] {
  const outer = proposedParts(outline)
  const labels = new ProvisionLabels(id, outer)
  const titles = titleSetter(outline)
  const beginnings = ownFirstWords(outer.flatMap(unheaded))
  const propose = (part: Part, above: Above, ordinal: number): ProposedProvision => {
    const label = labels.of(part, above, ordinal)
    const number = labels.numberOf(part)
    const kind = kindOf(part, type)
    const place = placeOf(part) ?? (labels.isInserted(part) ? part.label : undefined)
    const here: Above = {
      label,
      ...(number !== undefined && { number }),
      level: part.level,
      isAnnex: above.isAnnex || part.kind === 'annex' || isBox(part),
      parts: part.parts,
    }
    const beginning = beginnings.get(part)
    return {
      level: part.level,
      ...(kind !== undefined && { kind }),
      label,
      ...(place !== undefined && { place }),
      title: fitTitle(titles.set(beginning ?? headingOf(part))),
      isPrinted: beginning === undefined,
      ...(part.pages !== undefined && { pages: part.pages }),
      ...(part.id !== undefined && isSpoken.test(part.id) && { id: part.id }),
      agencies: part.agencies ?? [],
      parts: part.parts.map((child, at) => propose(child, here, at + 1)),
    }
  }
  const root: Above = { label: '', level: 'division', isAnnex: false, parts: outer }
  return outer.map((part, at) => propose(part, root, at + 1))
}

/**
 * The parts that {@link proposeProvisions} makes the outermost provisions of, one of each at the same place: those
 * below the title of the document, where that heads them all.
 */
export function proposedParts({ title, parts }: Outline): readonly Part[] {
  const [only] = parts
  const isTitle =
    parts.length === 1 &&
    only?.level === 'division' &&
    only.label === undefined &&
    only.heading === title
  return isTitle && only.parts.length > 0 ? only.parts : parts
}

/** Those without a heading. */
function unheaded(part: Part): readonly Part[] {
  const below = part.parts.flatMap(unheaded)
  return headingOf(part) === '' ? [part, ...below] : below
}

/** As printed; where a division has but a number, or is the only annex, that tells it better than the words of the first part in it. */
function headingOf({ kind, level, label, heading = '', printed = '', text }: Part): string {
  if (heading !== '' || level !== 'division') return heading
  const isOnlyNamed = kind === 'annex' && label === undefined
  const isNumberAlone = text === '' && /\p{L}{3}/u.test(printed)
  return isOnlyNamed || isNumberAlone ? printed : ''
}

/** What stands in words for a place that kind and label would give otherwise: `goal 13, target 13.a`. */
function placeOf({ place, kind, label }: Part): string | undefined {
  const printed = place ?? (kind === 'target' && label?.includes('.') === true ? label : undefined)
  return printed !== undefined && isPrintedPlace(printed) ? printed : undefined
}

/** An eId (`art_5__para_1`) or a path (`/us/bill/118/s/1325/s2`), which says something; no serial number. */
const isSpoken = /^(?:[a-z]+_[\w.-]+|\/[\w/.-]+)$/u

/** What its heading must say: nothing where it is the usual measure. */
function kindOf(part: Part, type: InstrumentType): DivisionKind | MeasureKind | undefined {
  if (part.level === 'division') return divisionKind(part)
  const named = part.kind === undefined ? undefined : headingKind(part.kind, type)
  return named?.level === 'measure' && named.kind !== usualKinds.get(type) ? named.kind : undefined
}
