import type { Body, Section } from './bodySections.ts'
import type { WrittenField } from '../fields/fieldValues.ts'
import type { HeaderAttributes } from './headerAttributes.ts'
import type { InstrumentHead } from '../fields/instrumentHead.ts'
import type { Key } from '../../corpus/key.ts'
import {
  divisionKinds,
  headingKind,
  measureKinds,
  usualKinds,
  type HeadingKind,
} from '../../corpus/kinds.ts'
import { LabelReader } from './labelReader.ts'
import type { SourceText } from '../source/sourceText.ts'
import { readHeadings, type HeadingRead } from './readHeadings.ts'
import { sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** A heading that is a provision, at its place in the instrument. */
export interface PlacedHeading {
  readonly key: Key
  readonly parent: Key
  readonly kind: HeadingKind
  readonly ordinal: number
  readonly title: string
  readonly attributes: readonly WrittenField[]
  readonly section: Section
}

/** A heading that those after it with more `#` stand below. Without a key, they are lost. */
interface OpenHeading {
  readonly depth: number
  readonly key: Key | undefined
  readonly counts: Map<HeadingKind['level'], number>
}

/**
 * The headings that are provisions. One stands below the nearest before it that has fewer `#`, else
 * below the instrument; a level may be skipped. A heading without a usable label or kind is lost, and
 * those below it with it, each with a trouble; lost ones are counted in the ordinals all the same,
 * because the others keep their place in the official document.
 */
export function placeHeadings(
  head: InstrumentHead,
  source: SourceText,
  body: Body,
  log: TroubleLog,
): readonly PlacedHeading[] {
  const headings = readHeadings(source, body, log)
  const labels = new LabelReader(head.key, headings, source, log)
  const open: OpenHeading[] = [{ depth: 0, key: head.key, counts: new Map() }]
  return headings.flatMap((heading) => {
    const above = openAbove(open, heading.section.depth)
    const kind = kindOf(heading, head, log)
    const ordinal = countIn(above, kind?.level ?? 'measure')
    if (above.key === undefined) addLost(heading, log)
    const key = above.key === undefined ? undefined : keyOfHeading(heading, kind, labels)
    open.push({ depth: heading.section.depth, key, counts: new Map() })
    if (above.key === undefined || key === undefined || kind === undefined) return []
    const { title, section } = heading
    const attributes = writtenAttributes(heading.attributes)
    return [{ key, parent: above.key, kind, ordinal, title, attributes, section }]
  })
}

/** Closes the headings that one of `depth` ends; what it stands below. */
function openAbove(open: OpenHeading[], depth: number): OpenHeading {
  for (;;) {
    const last = open.at(-1)
    if (last === undefined) throw new Error('The instrument itself is never closed.')
    if (last.depth < depth) return last
    open.pop()
  }
}

function countIn(above: OpenHeading, level: HeadingKind['level']): number {
  const ordinal = (above.counts.get(level) ?? 0) + 1
  above.counts.set(level, ordinal)
  return ordinal
}

function keyOfHeading(
  heading: HeadingRead,
  kind: HeadingKind | undefined,
  labels: LabelReader,
): Key | undefined {
  const key = heading.label === undefined ? undefined : labels.read(heading.label)
  return kind === undefined ? undefined : key
}

function addLost(heading: HeadingRead, log: TroubleLog): void {
  log.add(
    'provision.lost-parent',
    heading.section.heading,
    heading.label === undefined
      ? sentence`The heading is left out, because the one above it could not be read.`
      : sentence`The heading ${quoted(`#${heading.label.text}`)} is left out, because the one above it could not be read.`,
    sentence`Correct the heading above; this one needs no change.`,
  )
}

function kindOf(
  heading: HeadingRead,
  head: InstrumentHead,
  log: TroubleLog,
): HeadingKind | undefined {
  const written = heading.attributes?.pairs.find(({ name }) => name.text === 'kind')
  if (written !== undefined) {
    const kind = headingKind(written.value.text, head.type)
    if (kind === undefined) {
      log.add(
        'heading.unknown-kind',
        written.value.span,
        sentence`${quoted(written.value.text)} is no kind of heading.`,
        sentence`Divisions are ${divisionKinds.join(', ')}; measures are ${measureKinds.join(', ')}.`,
      )
    }
    return kind
  }
  const usual = usualKinds.get(head.type)
  if (usual === undefined) throw new Error(`No usual kind for ${head.type}.`)
  return { level: 'measure', kind: usual }
}

function writtenAttributes(attributes: HeaderAttributes | undefined): readonly WrittenField[] {
  return (attributes?.pairs ?? []).map(({ name, value }) => ({
    name: name.text,
    value: value.text,
    span: { start: name.span.start, end: value.span.end },
  }))
}
