import { readFileSync } from 'node:fs'
import { assembleCorpus } from '../../src/core/corpusFile/assembleCorpus.ts'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'

/** A corpus file as text, with the name that its troubles have. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** The text of a file in `test/support/fixtures`. */
export function readFixture(name: string): NamedText {
  return { name, text: readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8') }
}

/**
 * The files of a small invented library without troubles: a plan (`xx-lantern-2031`: 2 pillars, 3
 * sections, 7 actions; I.1.3 and II.1.2 are the same one), an act (`xx-quay-act`: chapters, articles,
 * paragraphs, points, an annex), an article with two claims about the plan, a revoked order, a relation
 * and a register of five agencies.
 */
export function fixtureFiles(): readonly NamedText[] {
  return [
    'agencies.md',
    'lantern-plan.md',
    'old-order.md',
    'press.md',
    'quay-act.md',
    'relations.md',
  ].map(readFixture)
}

/** The corpus of {@link fixtureFiles}. */
export function fixtureCorpus(): Corpus {
  return corpusOf(fixtureFiles())
}

/** The corpus of `files`, read as the library is. */
export function corpusOf(files: readonly NamedText[]): Corpus {
  return assembleCorpus(files.map(({ name, text }) => parseCorpusFile(text, name)))
}
