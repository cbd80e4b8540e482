import { readdirSync, readFileSync } from 'node:fs'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { libraryFiles } from '../../../src/core/corpusFile/compileLibrary.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { readSynonyms, type Synonyms } from '../../../src/core/words/synonyms.ts'
import { thesaurus } from '../../../src/core/words/thesaurus.ts'
import { keptLibrary } from '../../support/keptLibrary.ts'

const folder = new URL('../../../corpus/', import.meta.url)

/** The library that ships, made of its files. */
export function libraryCorpus(): Corpus {
  return keptLibrary(libraryAnew)
}

/** The same, made anew, with what is wrong with its files. */
export function libraryAnew(): Corpus {
  return corpusOfFiles(libraryFiles(readdirSync(folder)))
}

/** The words that mean the same, which ship beside it. */
export function librarySynonyms(): Synonyms {
  return readSynonyms(thesaurus.join('\n'))
}

/** The American plan alone, with the agencies. */
export function planCorpus(): Corpus {
  return corpusOfFiles(['agencies.md', 'us-aiap-2025.md'])
}

function corpusOfFiles(names: readonly string[]): Corpus {
  const texts = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  return assembleCorpus(texts.map(({ name, text }) => parseCorpusFile(text, name)))
}
