import { readdirSync, readFileSync } from 'node:fs'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { libraryFiles } from '../../../src/core/corpusFile/compileLibrary.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { readOfficialWords } from '../../../src/core/search/officialWordsFile.ts'
import type { OfficialWords } from '../../../src/core/search/officialWords.ts'
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

/** The words of its issuers, which its index has. */
export function libraryOfficialWords(): OfficialWords {
  const words = new URL('words/', folder)
  return readOfficialWords(readdirSync(words).map((name) => ({ name, text: textIn(words, name) })))
}

/** The American plan alone, with the agencies. */
export function planCorpus(): Corpus {
  return corpusOfFiles(['agencies.md', 'us-aiap-2025.md'])
}

function corpusOfFiles(names: readonly string[]): Corpus {
  return assembleCorpus(names.map((name) => parseCorpusFile(textIn(folder, name), name)))
}

function textIn(place: URL, name: string): string {
  return readFileSync(new URL(name, place), 'utf8')
}
