import { keyOf } from '../../corpus/key.ts'
import { parseCorpusFile } from '../../corpusFile/parseCorpusFile.ts'
import { escapedMarkdown } from '../../corpusFile/writtenText.ts'
import { deepestHeading, firstWordsLine, pagesText, sectionOf } from './importing.ts'
import { headOfNextEdition } from './mergedHead.ts'
import { mergedTree, type MergedNode } from './mergedTree.ts'
import type { EditionRow, NextEdition } from './nextEdition.ts'
import type { NewSection, OldSection } from './sections.ts'

/** What a merged file takes over from elsewhere. */
export interface MergeFacts {
  /** Of the document of the next edition. */
  readonly sha256: string
  /** The code of an agency by its name, as in an import. */
  readonly codeOf: (name: string) => string | undefined
}

/**
 * The corpus file `text`, that `edition` was compared with, with those rows of it that are `taken`: what was
 * inserted and taken is in it, what was deleted and taken no more, what was moved and taken stands where it does
 * now; pages and checksum are those of the next edition. Keys are kept, and so is what the analyst wrote below each
 * heading. `undefined` where a heading of the file is that of no provision, since nobody knows then what belongs
 * to it, and where the result would not read back so.
 */
export function mergedFile(
  text: string,
  edition: NextEdition,
  taken: ReadonlySet<EditionRow>,
  facts: MergeFacts,
): string | undefined {
  const source = text.replace(/^\ufeff/u, '')
  if (hasOtherHeadings(source)) return undefined
  const tree = mergedTree(edition, taken)
  const writer = new Writer(source, edition, taken, facts)
  const [first] = edition.old
  const head = source.slice(0, first?.provision.source.span.start ?? source.length)
  const pieces = [headOfNextEdition(head, edition, facts.sha256), ...writer.sectionsOf(tree, 1)]
  const merged = `${pieces.map((piece) => piece.trimEnd()).join('\n\n')}\n`
  return readsBack(merged, writer.labels) ? merged : undefined
}

function hasOtherHeadings(source: string): boolean {
  return parseCorpusFile(source, 'merged.md').troubles.some(({ code }) =>
    code.startsWith('heading.'),
  )
}

function readsBack(merged: string, labels: readonly string[]): boolean {
  const read = parseCorpusFile(merged, 'merged.md')
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
  readonly #changed = new Set<OldSection>()
  readonly #facts: MergeFacts
  readonly #ends = new Map<OldSection, number>()
  readonly #given = new Map<NewSection, string>()
  /** All that are labels of the file, or were those of provisions in it: none is given to something else. */
  readonly #taken: Set<string>

  constructor(
    source: string,
    edition: NextEdition,
    taken: ReadonlySet<EditionRow>,
    facts: MergeFacts,
  ) {
    this.#source = source
    this.#edition = edition
    this.#facts = facts
    for (const { old, now } of taken)
      if (old !== undefined && now !== undefined) this.#changed.add(old)
    for (const [at, section] of edition.old.entries()) {
      this.#ends.set(section, edition.old[at + 1]?.provision.source.span.start ?? source.length)
    }
    const former = edition.old.flatMap(({ provision }) => provision.formerly ?? [])
    const formerLabels = former.map((key) => key.slice(key.indexOf(':') + 1))
    this.#taken = new Set([...edition.old.map(({ label }) => label), ...formerLabels])
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
    return sectionOf(section, depth, this.#facts.codeOf).join('\n\n')
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
    const paged = this.#withPages(heading, now)
    return this.#changed.has(old) ? this.#withWords(paged, rest, old, now) : paged + rest
  }

  #withPages(heading: string, { proposed }: NewSection): string {
    const pages = this.#printedPages(proposed.pages)
    if (pages === undefined) return heading
    const at = heading.lastIndexOf('{')
    if (at === -1) return heading
    const attributes = heading.slice(at).replace(/(?<= page=)[\d-]+/u, pagesText(pages))
    return heading.slice(0, at) + attributes
  }

  #withWords(heading: string, rest: string, old: OldSection, { proposed }: NewSection): string {
    const { provision } = old
    const at = heading.lastIndexOf('{')
    if (at === -1) return heading + rest
    const [signs = '#'] = heading.split(' ')
    const isOurs =
      provision.level === 'measure' &&
      (provision.firstWords === undefined || provision.firstWords !== provision.titles.en)
    const before = isOurs ? heading.slice(0, at) : `${signs} ${escapedMarkdown(proposed.title)} `
    const kind = proposed.kind === undefined ? '' : ` kind=${proposed.kind}`
    const attributes = heading
      .slice(at)
      .replace(/ kind=[\w-]+/u, '')
      .replace(/^\{#[\w.-]+/u, (label) => label + kind)
    const words = rest.replace(/^- first-words:.*$/mu, () => firstWordsLine(proposed.title))
    return before + attributes + withChineseTitle(words, old.said, proposed.title)
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

/** The field of a Chinese title in `section` says `after` where it said `before`, as an import wrote it. */
function withChineseTitle(section: string, before: string, after: string): string {
  return section.replaceAll(/^- (zh-Han[st]): (.*)$/gmu, (line, field: string, title: string) =>
    title.trim() === escapedMarkdown(before) ? `- ${field}: ${escapedMarkdown(after)}` : line,
  )
}
