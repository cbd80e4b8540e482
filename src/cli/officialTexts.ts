import path from 'node:path'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import type { OfficialTextOf } from '../core/features/problems/quotations.ts'
import { findPassages, type OfficialText } from '../core/official/officialText.ts'
import type { Outline } from '../core/official/outline.ts'
import { documentLimits } from '../import/documentError.ts'
import { readOfficialDocument } from '../import/readOfficialDocument.ts'
import { Failure } from './failure.ts'
import { readBytes } from './files.ts'

/**
 * The official texts of the documents that `pairs` name, each as `instrument=file`.
 *
 * @throws Failure where a document cannot be read, belongs to no instrument of `corpus`, or has nothing of it.
 */
export async function readOfficialTexts(
  pairs: readonly string[],
  corpus: Corpus,
  folder: string,
): Promise<OfficialTextOf> {
  const texts = new Map<string, OfficialText>()
  for (const pair of pairs) {
    const [id = '', ...rest] = pair.split('=')
    const file = rest.join('=')
    const instrument = corpus.byKey.get(id)
    if (instrument?.level !== 'instrument') throw new Failure(`No instrument is called “${id}”.`)
    const text = findPassages(await readDocument(file, folder), instrument, corpus)
    if (text.passages.size === 0) throw new Failure(`Nothing of “${id}” was found in ${file}.`)
    texts.set(instrument.key, text)
  }
  return (key) => {
    const instrument = instrumentOf(corpus, key)
    return instrument && texts.get(instrument.key)
  }
}

/**
 * The outline of the document in `file`; what reads it lies in `folder`.
 *
 * @throws Failure where it cannot be read.
 */
export async function readDocument(file: string, folder: string): Promise<Outline> {
  const script = path.join(folder, 'reader/readerProcess.mjs')
  const reader = { command: process.execPath, script }
  try {
    return await readOfficialDocument(readBytes(file, documentLimits.bytes), reader)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${file} was not read: ${error instanceof Error ? error.message : ''}`)
  }
}
