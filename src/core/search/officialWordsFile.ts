import { pathOf } from '../corpus/key.ts'
import type { OfficialWords } from './officialWords.ts'

/** A file of words, by its name: the id of their instrument with an ending. */
export interface WordsFile {
  readonly name: string
  readonly text: string
}

/** What the name of a file of words ends in. */
export const wordsFileEnding = '.txt'

/** The text of the file of `words`, which are of one instrument: a line for each provision, its path and then its words. */
export function writeOfficialWords(words: OfficialWords): string {
  return [...words].map(([key, said]) => `${pathOf(key) ?? ''} ${said}\n`).join('')
}

/** The words in `files`, which {@link writeOfficialWords} wrote. */
export function readOfficialWords(files: readonly WordsFile[]): OfficialWords {
  return new Map(
    files.flatMap(({ name, text }) => {
      const id = name.slice(0, -wordsFileEnding.length)
      return [...text.matchAll(/^(\S+) (.+)$/gmu)].map(
        ([, path = '', words = '']) => [`${id}:${path}`, words] as const,
      )
    }),
  )
}
