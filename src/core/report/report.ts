import { readFrontMatter } from '../citation/frontMatter.ts'
import { resolveCitation, type Resolution } from '../citation/resolve.ts'
import { parseCitations, type Citation, type CitationGroup } from '../citation/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { languageOfTag, type Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { blocksHolding, scanBlocks, type Block, type BlockTable } from '../text/blocks.ts'
import { maskProse, placeAt } from '../text/prose.ts'
import { sliceSpan, spanTouches, type Span } from '../text/span.ts'

/**
 * One version of a report, analysed once; every feature reads this and parses nothing. The blocks are
 * known from the start; citations are parsed block by block when they are first asked for, so that a
 * key typed or a pointer at rest costs one block.
 */
export class Report {
  /** The text as the editor holds it; all offsets are UTF-16 offsets in it. */
  readonly source: string
  readonly blocks: BlockTable
  readonly #groupsByBlock = new Map<number, readonly CitationGroup[]>()
  #groups: readonly CitationGroup[] | undefined

  constructor(source: string) {
    this.source = source
    this.blocks = scanBlocks(source)
  }

  /** All citation groups, by where they begin; they never overlap. */
  get groups(): readonly CitationGroup[] {
    this.#groups ??= blocksHolding(this.source, this.blocks, '@').flatMap((block) =>
      this.#groupsIn(block),
    )
    return this.#groups
  }

  /** The citation groups of the block whose lines `offset` touches. */
  groupsAround(offset: number): readonly CitationGroup[] {
    const block = this.blocks.around(offset)
    return block === undefined ? [] : this.#groupsIn(block)
  }

  #groupsIn(block: Block): readonly CitationGroup[] {
    const { start } = block.span
    const known = this.#groupsByBlock.get(start)
    if (known !== undefined) return known
    const mask = maskProse(this.source, block, this.blocks.definitions)
    const groups = parseCitations(mask, start)
    this.#groupsByBlock.set(start, groups)
    return groups
  }
}

/** A key of the report with the provision that it names. */
export interface NamedProvision {
  readonly citation: Citation
  /** The part of the written key that names the provision. */
  readonly keySpan: Span
  readonly provision: Provision
}

/** The analysis of `source`. Linear in its length, and never throws. */
export function analyseReport(source: string): Report {
  return new Report(source)
}

/** All citations of the report, in reading order. */
export function citationsOf(report: Report): readonly Citation[] {
  return report.groups.flatMap((group) => group.citations)
}

/** The group whose span touches `offset`. */
export function groupAt(report: Report, offset: number): CitationGroup | undefined {
  return report.groupsAround(offset).findLast(({ span }) => spanTouches(span, offset))
}

/** The citation whose key touches `offset`. */
export function citationAt(report: Report, offset: number): Citation | undefined {
  return report
    .groupsAround(offset)
    .flatMap(({ citations }) => citations)
    .find(({ keySpan }) => spanTouches(keySpan, offset))
}

/** What `citation` of `report` names in `corpus`. */
export function resolutionOf(report: Report, citation: Citation, corpus: Corpus): Resolution {
  const suffix =
    citation.suffixSpan === undefined ? '' : sliceSpan(report.source, citation.suffixSpan)
  return resolveCitation(citation, suffix, corpus)
}

/**
 * The provision named by the key that touches `offset`; also where the key is written in another
 * case or swallowed the text behind it. `undefined` where no key of `corpus` does.
 */
export function provisionAt(
  report: Report,
  corpus: Corpus,
  offset: number,
): NamedProvision | undefined {
  const citation = citationAt(report, offset)
  if (citation === undefined) return undefined
  const { keySpan } = citation
  const resolution = resolutionOf(report, citation, corpus)
  switch (resolution.kind) {
    case 'resolved':
    case 'otherCase':
      return { citation, keySpan, provision: resolution.provision }
    case 'swallowed': {
      const end = keySpan.start + resolution.provision.key.length
      if (offset > end) return undefined
      return { citation, keySpan: { start: keySpan.start, end }, provision: resolution.provision }
    }
    case 'unknown':
    case 'malformed':
    case 'foreign':
      return undefined
  }
}

/** The mask of the block around a caret at `offset`, and where it begins; `undefined` where the place is no prose. */
export function proseAround(
  { source, blocks }: Report,
  offset: number,
): { readonly mask: string; readonly start: number } | undefined {
  const block = blocks.around(offset)
  if (block === undefined || placeAt(source, blocks, offset) !== 'prose') return undefined
  return { mask: maskProse(source, block, blocks.definitions), start: block.span.start }
}

/** The language that the report's front matter names under `lang:`; `undefined` when it names none. */
export function reportLanguage({ source }: Report): Language | undefined {
  const field = readFrontMatter(source)?.fields.find(({ name }) => name === 'lang')
  const tag = field && /^\s*["']?([A-Za-z\d-]+)/u.exec(sliceSpan(source, field.valueSpan))?.[1]
  return tag === undefined ? undefined : languageOfTag(tag)
}
