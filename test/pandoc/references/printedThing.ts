import assert from 'node:assert/strict'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { newBibliography } from '../newBibliography.ts'
import { pandocPlain } from '../pandoc.ts'
import type { TableStyle } from './tableStyles.ts'
import type { Thing } from './things.ts'

/** What is printed of a thing that a report cites, and how the report writes it. */
export interface PrintedThing {
  readonly written: string
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
  const report = `---\nlang: ${style.lang}\n---\n\n${written}\n`
  const files = {
    'b.json': newBibliography(report, corpus),
    ...(csl !== undefined && { 's.csl': csl }),
  }
  const options = { bibliography: 'b.json', ...(csl !== undefined && { csl: 's.csl' }) }
  const paragraphs = (await pandocPlain(report, files, options)).trimEnd().split('\n\n')
  return { written, ...partsOf(paragraphs, style) }
}

/** The citation as the product writes it in a report in the style's language. */
function writtenIn({ keys, byHand }: Thing, { lang }: TableStyle): string {
  if (byHand !== undefined) return lang === 'zh-CN' ? byHand.zh : byHand.en
  const provisions = keys.map((key) => corpus.byKey.get(key) ?? assert.fail(key))
  const format = { corpus, language: languageOfTag(lang), withPage: true, before: '', after: '' }
  return formatCitation(provisions, 'pandoc', format)
}

/** A note stands behind the list, with the number that the text has in its place. */
function partsOf(
  paragraphs: readonly string[],
  { kind }: TableStyle,
): Pick<PrintedThing, 'cited' | 'listed'> {
  const at = kind === 'note' ? paragraphs.length - 1 : 0
  const cited = (paragraphs[at] ?? '').replaceAll('\u00A0', ' ')
  const [listed] = kind === 'note' ? paragraphs.slice(1, -1) : paragraphs.slice(1)
  return {
    cited: kind === 'note' ? cited.replace(/^\[1\] /u, '') : cited,
    ...(listed !== undefined && { listed: listed.replaceAll('\u00A0', ' ') }),
  }
}
