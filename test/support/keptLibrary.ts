import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { writeLibrary } from '../../src/core/corpus/writeLibrary.ts'
import { projectRoot } from './projectPaths.ts'
import { readBack } from './readBack.ts'

/** All that decides what the library is: its files, and what reads them. */
const sources = ['corpus', 'src/core/corpus', 'src/core/corpusFile', 'src/core/text']

/**
 * The library, compiled by the first process that asks for it and kept beside the results of the tests: seventy
 * files of tests ask, each in a process of its own. Of other sources there is another one.
 */
export function keptLibrary(compile: () => Corpus): Corpus {
  const file = path.join(projectRoot, '.test-out', `library-${sourcesHash()}.json`)
  if (existsSync(file)) return readBack(readFileSync(file))
  const corpus = compile()
  mkdirSync(path.dirname(file), { recursive: true })
  const own = `${file}.${String(process.pid)}`
  writeFileSync(own, writeLibrary(corpus))
  renameSync(own, file)
  return corpus
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const folder of sources) {
    const names = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((one) => /\.(?:md|ts)$/u.test(one)).toSorted()) {
      hash.update(name).update(readFileSync(path.join(projectRoot, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
