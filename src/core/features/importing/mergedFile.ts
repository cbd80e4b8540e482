import { keyOf, pathOf } from '../../corpus/key.ts'
import { readCorpusFile } from '../../corpusFile/parseCorpusFile.ts'
import { escapedMarkdown } from '../../corpusFile/writtenText.ts'
import { atOnce } from '../../text/lists.ts'
import { deepestHeading, firstWordsLine, pagesText, sectionOf } from './importing.ts'
import { headOfNextEdition, type LineEnd } from './mergedHead.ts'
import { mergedTree, type MergedNode } from './mergedTree.ts'
import type { EditionRow, NextEdition } from './nextEdition.ts'
import type { NewSection, OldSection } from './sections.ts'

/** What a merged file takes over from elsewhere. */
export interface MergeFacts {
  /** Of the document of the next edition. */
  readonly sha256: string
  /** Which field of it is what, where it is a list and somebody said so, as `fieldMapText` writes it. */
  readonly listFields?: string | undefined
  /** The code of an agency by its name, as in an import. */
  readonly codeOf: (name: string) => string | undefined
}

/**
 * The corpus file `text`, that `edition` was compared with, with those rows of it that are `taken`: what was
 * inserted and taken is in it, what was deleted and taken no more, what was moved and taken stands where it does
 * now; pages and checksum are those of the next edition. Keys are kept, and so is what the analyst wrote below each
 * heading; labels that go are noted in the front matter. Lines end as most of the file do. `undefined` where a heading of the file is that of no provision, since nobody knows then what belongs
 * to it, and where the result would not read back so.
 */
export function mergedFile(
  text: string,
  edition: NextEdition,
  taken: ReadonlySet<EditionRow>,
  facts: MergeFacts,
): string | undefined {
  return atOnce(fileBeingMerged(text, edition, taken, facts))
}

/** Merges as {@link mergedFile} does, and pauses often, so that whoever drives it can let others in, or leave off. */
export function* fileBeingMerged(
  text: string,
  edition: NextEdition,
  taken: ReadonlySet<EditionRow>,
  facts: MergeFacts,
): Generator<undefined, string | undefined> {
  const source = text.replace(/^\ufeff/u, '')
  if (yield* hasOtherHeadings(source)) return undefined
  const end = lineEndOf(source)
  const writer = new Writer(source, edition, taken, facts, end)
  const sections = writer.sectionsOf(mergedTree(edition, taken), 1)
  const [first] = edition.old
  const before = source.slice(0, first?.provision.source.span.start ?? source.length)
  const { sha256, listFields } = facts
  const headFacts = { sha256, listFields, end, gone: writer.gone }
  const head = headOfNextEdition(before, edition, headFacts)
  const pieces = [head, ...sections].map((piece) => piece.trimEnd())
  const merged = pieces.join(end + end) + end
  if (!(yield* readsBack(merged, writer.labels))) return undefined
  return text.slice(0, text.length - source.length) + merged
}

/** What most lines of `source` end with. */
function lineEndOf(source: string): LineEnd {
  const all = source.split('\n').length - 1
  return (source.split('\r\n').length - 1) * 2 > all ? '\r\n' : '\n'
}

function* hasOtherHeadings(source: string): Generator<undefined, boolean> {
  const { troubles } = yield* readCorpusFile(source, 'merged.md')
  return troubles.some(({ code }) => code.startsWith('heading.'))
}

function* readsBack(merged: string, labels: readonly string[]): Generator<undefined, boolean> {
  const read = yield* readCorpusFile(merged, 'merged.md')
  if (read.kind !== 'instrument') return false
  const [instrument, ...others] = read.file.provisions
  const found = others.map(({ key }) => key.slice((instrument?.key.length ?? 0) + 1))
  return found.join('\n') === labels.join('\n')
}

class Writer {
  /** The labels of what was written, in order. */
  readonly labels: string[] = []
  readonly #source: string
  readonly #edition: NextEdition
  /** Those that begin in other words, or stand elsewhere. */
  readonly #changed = new Set<OldSection>()
  /** Those whose heading and kind become those of the document. */
  readonly #changedOfOwn = new Set<OldSection>()
  readonly #facts: MergeFacts
  readonly #ends = new Map<OldSection, number>()
  readonly #given = new Map<NewSection, string>()
  readonly #lineEnd: LineEnd
  /** All that are labels of the file, or were those of provisions that are or were in it: none is given to something else. */
  readonly #taken: Set<string>

  constructor(
    source: string,
    edition: NextEdition,
    taken: ReadonlySet<EditionRow>,
    facts: MergeFacts,
    lineEnd: LineEnd,
  ) {
    this.#source = source
    this.#edition = edition
    this.#facts = facts
    this.#lineEnd = lineEnd
    for (const { old, now, mayBeOwn } of taken) {
      if (old === undefined || now === undefined) continue
      const changed = mayBeOwn === true ? this.#changedOfOwn : this.#changed
      changed.add(old)
    }
    for (const [at, section] of edition.old.entries()) {
      this.#ends.set(section, edition.old[at + 1]?.provision.source.span.start ?? source.length)
    }
    const { gone = [] } = edition.instrument
    this.#taken = new Set([...edition.old.flatMap(allLabels), ...gone])
  }

  /** The labels that are in the file no more, and those that what has gone had before; once all is written. */
  get gone(): readonly string[] {
    const { instrument, old } = this.#edition
    const left = new Set(this.labels)
    const now = old.filter(({ label }) => !left.has(label)).flatMap(allLabels)
    return [...new Set([...(instrument.gone ?? []), ...now])]
  }

  sectionsOf(nodes: readonly MergedNode[], depth: number): readonly string[] {
    return nodes.flatMap((node) => [
      node.old === undefined ? this.#inserted(node, depth) : this.#kept(node.old, node.now, depth),
      ...this.sectionsOf(node.below, depth + 1),
    ])
  }

  #inserted({ now }: MergedNode, depth: number): string {
    if (now === undefined) return ''
    const label = this.#labelFor(now)
    this.labels.push(label)
    const { pages, ...proposed } = now.proposed
    const printed = this.#printedPages(pages)
    const section = { ...proposed, label, ...(printed !== undefined && { pages: printed }) }
    const written = sectionOf(section, depth, this.#facts.codeOf).join('\n\n')
    return written.replaceAll('\n', this.#lineEnd)
  }

  /** The section of the file, as deep as it stands now, with its pages, and what is taken of its words. */
  #kept(old: OldSection, now: NewSection | undefined, depth: number): string {
    this.labels.push(old.label)
    const { start } = old.provision.source.span
    const section = this.#source.slice(start, this.#ends.get(old) ?? start)
    const end = section.indexOf('\n')
    const line = end === -1 ? section : section.slice(0, end)
    const rest = end === -1 ? '' : section.slice(end)
    const [signs = ''] = /^#{1,6}(?=\s)/u.exec(line) ?? []
    if (signs === '') return section
    const heading = '#'.repeat(Math.min(depth, deepestHeading)) + line.slice(signs.length)
    if (now === undefined) return heading + rest
    return (
      this.#withHeading(this.#withPages(heading, now), old, now) + this.#withWords(rest, old, now)
    )
  }

  #withPages(heading: string, { proposed }: NewSection): string {
    const pages = this.#printedPages(proposed.pages)
    if (pages === undefined) return heading
    const at = heading.lastIndexOf('{')
    if (at === -1) return heading
    const attributes = heading.slice(at).replace(/(?<= page=)[\d-]+/u, pagesText(pages))
    return heading.slice(0, at) + attributes
  }

  /** `heading` with the document’s title, where it was that, and its kind, as far as they are taken. */
  #withHeading(heading: string, old: OldSection, { proposed }: NewSection): string {
    const at = heading.lastIndexOf('{')
    const [signs = '#'] = heading.split(' ')
    if (at === -1) return heading
    const isTitled = this.#isRenewed(old) && old.said === old.provision.titles.en
    const title = isTitled ? `${signs} ${escapedMarkdown(proposed.title)} ` : heading.slice(0, at)
    const attributes = heading.slice(at)
    if (!this.#changedOfOwn.has(old)) return title + attributes
    const kind = proposed.kind === undefined ? '' : ` kind=${proposed.kind}`
    const others = attributes.replace(/ kind=[\w-]+/u, '')
    return title + others.replace(/^\{#[\w.-]+/u, (label) => label + kind)
  }

  /** What stands below the heading, with the document’s words where they are noted and taken. */
  #withWords(rest: string, old: OldSection, { proposed }: NewSection): string {
    if (!this.#isRenewed(old)) return rest
    const words = rest.replace(/^- first-words:.*$/mu, () => firstWordsLine(proposed.title))
    return withChineseTitle(words, old.said, proposed.title)
  }

  /** Whether the words of the document are taken: of measures they are noted, of divisions they may be the analyst’s. */
  #isRenewed(old: OldSection): boolean {
    const { level, firstWords } = old.provision
    if (level === 'division') return this.#changedOfOwn.has(old)
    return firstWords !== undefined && this.#changed.has(old)
  }

  /** Pages as they are printed, as far as the file says which page bears the first number. */
  #printedPages(pages: NewSection['proposed']['pages']): NewSection['proposed']['pages'] {
    const { firstPage = 1 } = this.#edition.instrument
    if (pages === undefined || pages.first < firstPage) return undefined
    return { first: pages.first - firstPage + 1, last: pages.last - firstPage + 1 }
  }

  /** A label that nothing in the file has or had, below that of what it stands in. */
  #labelFor(now: NewSection): string {
    const { above, proposed } = now
    const holder = above && this.#labelOf(above)
    const isBelow = above !== undefined && proposed.label.startsWith(`${above.proposed.label}.`)
    const wanted =
      isBelow && holder !== undefined
        ? holder + proposed.label.slice(above.proposed.label.length)
        : proposed.label
    const label = this.#free(wanted)
    this.#taken.add(label)
    this.#given.set(now, label)
    return label
  }

  #labelOf(section: NewSection): string | undefined {
    return this.#edition.pairs.get(section)?.label ?? this.#given.get(section)
  }

  #free(wanted: string): string {
    if (!this.#taken.has(wanted) && keyOf('x', wanted) !== undefined) return wanted
    const dot = wanted.lastIndexOf('.')
    const last = Number(wanted.slice(dot + 1))
    for (let count = 1; ; count++) {
      const label = Number.isInteger(last)
        ? wanted.slice(0, dot + 1) + String(last + count)
        : `${wanted}-${String(count + 1)}`
      if (!this.#taken.has(label)) return label
    }
  }
}

/** The label of a section, and those that it had before. */
function allLabels({ label, provision }: OldSection): readonly string[] {
  return [label, ...(provision.formerly ?? []).flatMap((key) => pathOf(key) ?? [])]
}

/** The field of a Chinese title in `section` says `after` where it said `before`, as an import wrote it. */
function withChineseTitle(section: string, before: string, after: string): string {
  return section.replaceAll(/^- (zh-Han[st]): (.*)$/gmu, (line, field: string, title: string) =>
    title.trim() === escapedMarkdown(before) ? `- ${field}: ${escapedMarkdown(after)}` : line,
  )
}
