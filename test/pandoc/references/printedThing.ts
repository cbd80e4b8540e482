import assert from 'node:assert/strict'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPlain } from '../pandoc.ts'
import type { TableStyle } from './tableStyles.ts'
import type { Thing } from './things.ts'

/** What is printed of a thing that a report cites, and how the report writes it. */
export interface PrintedThing extends PrintedParts {
  readonly written: string
  /** What our filter makes of it. */
  readonly filtered: PrintedParts
}

/** What is printed of a thing, in the text and in the list. */
export interface PrintedParts {
  readonly cited: string
  /** Its entry of the list, in styles that have one. */
  readonly listed?: string
}

const corpus = libraryCorpus()

/** What Pandoc prints in `style`, whose CSL is `csl`, of a report that cites nothing but `thing`. */
export async function printedThing(
  thing: Thing,
  style: TableStyle,
  csl: string | undefined,
): Promise<PrintedThing> {
  const written = writtenIn(thing, style)
  const plainly = await printedParts(written, style, csl, {})
  return { written, ...plainly, filtered: await printedParts(written, style, csl, filtering) }
}

/** What our filter makes of `thing` where the report cites it by its keys. */
export async function filteredByKey(
  thing: Thing,
  style: TableStyle,
  csl: string | undefined,
): Promise<PrintedParts> {
  return printedParts(writtenIn(thing, style, 'key'), style, csl, filtering)
}

async function printedParts(
  written: string,
  style: TableStyle,
  csl: string | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<PrintedParts> {
  const report = `---\nlang: ${style.lang}\n---\n\n${written}\n`
  const files = {
    ...filterFile,
    'b.json': newBibliography(report, corpus),
    ...(csl !== undefined && { 's.csl': csl }),
  }
  const named = { bibliography: 'b.json', ...(csl !== undefined && { csl: 's.csl' }) }
  const printed = await pandocPlain(report, files, { ...named, ...options })
  return partsOf(printed.trimEnd().split('\n\n'), style)
}

/** The citation as the product writes it in a report in the style's language. */
export function writtenIn(
  { keys, byHand }: Thing,
  { lang }: TableStyle,
  form: 'pandoc' | 'key' = 'pandoc',
): string {
  if (byHand !== undefined) return lang === 'zh-CN' ? byHand.zh : byHand.en
  const provisions = keys.map((key) => corpus.byKey.get(key) ?? assert.fail(key))
  const format = { corpus, language: languageOfTag(lang), withPage: true, before: '', after: '' }
  return formatCitation(provisions, form, format)
}

/** A note stands behind the list, with the number that the text has in its place. */
function partsOf(paragraphs: readonly string[], { kind }: TableStyle): PrintedParts {
  const at = kind === 'note' ? paragraphs.length - 1 : 0
  const cited = (paragraphs[at] ?? '').replaceAll('\u00A0', ' ')
  const [listed] = kind === 'note' ? paragraphs.slice(1, -1) : paragraphs.slice(1)
  return {
    cited: kind === 'note' ? cited.replace(/^\[1\] /u, '') : cited,
    ...(listed !== undefined && { listed: listed.replaceAll('\u00A0', ' ') }),
  }
}
