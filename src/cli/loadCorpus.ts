import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { assembleCorpus } from '../core/corpusFile/assembleCorpus.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import type { CorpusFile } from '../core/corpusFile/corpusFile.ts'
import { decodeCorpusFile } from '../core/corpusFile/decodeCorpusFile.ts'
import { readLibrary } from '../core/corpus/library.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { parseCorpusFile } from '../core/corpusFile/parseCorpusFile.ts'
import { Failure } from './failure.ts'
import { readBytes } from './files.ts'

/** The largest corpus file that is read, in bytes. */
const largestFile = 8 * 1024 * 1024

/**
 * The library that lies in `folder`, and the analyst's own corpus files: those of `own`, files or
 * folders, or else those in `.policy` of the working directory.
 *
 * @throws Failure where the library or a named file cannot be read.
 */
export function loadCorpus(folder: string, own: readonly string[]): Corpus {
  const library = libraryIn(path.join(folder, 'library.json'))
  const names = own.length > 0 ? own : existsSync('.policy') ? ['.policy'] : []
  const files = names.flatMap(corpusFilesOf).map(readCorpusFile)
  return files.length === 0 ? library : assembleCorpus(files, library)
}

function libraryIn(file: string): Corpus {
  const reading = readLibrary(readFileSync(file))
  if ('refused' in reading) throw new Failure(inWords(reading.refused.message))
  return reading.corpus
}

function corpusFilesOf(name: string): readonly string[] {
  if (!existsSync(name)) throw new Failure(`${name} is not there.`)
  if (!statSync(name).isDirectory()) return [name]
  return readdirSync(name, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(name, entry.name))
    .sort()
}

function readCorpusFile(name: string): CorpusFile {
  const decoded = decodeCorpusFile(readBytes(name, largestFile), name)
  return 'trouble' in decoded
    ? { kind: 'failed', troubles: [decoded.trouble] }
    : parseCorpusFile(decoded.text, name)
}
