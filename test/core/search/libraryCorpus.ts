import { readdirSync, readFileSync } from 'node:fs'
import { assembleCorpus } from '../../../src/core/corpus/assembleCorpus.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { parseCorpusFile } from '../../../src/core/corpus/parseCorpusFile.ts'

const folder = new URL('../../../corpus/', import.meta.url)

/** The library that ships, read from its files. */
export function libraryCorpus(): Corpus {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const texts = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  return assembleCorpus(texts.map(({ name, text }) => parseCorpusFile(text, name)))
}
