import path from 'node:path'
import { isCalendarDay } from '../core/corpus/calendarDate.ts'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import type { Instrument } from '../core/corpus/provision.ts'
import { dayOfDocument } from '../core/official/dayOfDocument.ts'
import { findPassages } from '../core/official/officialText.ts'
import {
  inOrderOfDays,
  type OfficialVersion,
  type OfficialVersionsOf,
} from '../core/official/officialVersions.ts'
import type { Outline } from '../core/official/outline.ts'
import { documentLimits } from '../import/documentError.ts'
import { readOfficialDocument } from '../import/readOfficialDocument.ts'
import { Failure, Misuse } from './failure.ts'
import { readBytes } from './files.ts'

/**
 * The official texts of the documents that `pairs` name, each as `instrument=file` or `instrument@day=file`:
 * several of one instrument where each has its own day.
 *
 * @throws Failure where a document cannot be read, belongs to no instrument of `corpus`, has nothing of it,
 * or is of the same day as another one.
 */
export async function readOfficialTexts(
  pairs: readonly string[],
  corpus: Corpus,
  folder: string,
): Promise<OfficialVersionsOf> {
  const named = pairs.map((pair) => documentNamed(pair, corpus))
  named.forEach(refuseSecondOfDay)
  const versions = new Map<string, readonly OfficialVersion[]>()
  for (const { instrument, day, file, id } of named) {
    const text = findPassages(await readDocument(file, folder), instrument, corpus)
    if (text.passages.size === 0) throw new Failure(`Nothing of “${id}” was found in ${file}.`)
    const others = versions.get(instrument.key) ?? []
    versions.set(instrument.key, inOrderOfDays([...others, { day, text }]))
  }
  return (key) => versions.get(instrumentOf(corpus, key)?.key ?? '')
}

/** An official document that the command line names. */
interface NamedDocument {
  /** As written. */
  readonly id: string
  readonly instrument: Instrument
  readonly day: string
  readonly file: string
}

function documentNamed(pair: string, corpus: Corpus): NamedDocument {
  const [, id, day, file] = /^([^=@]+)(?:@([^=]*))?=(.+)$/su.exec(pair) ?? []
  if (id === undefined || file === undefined) {
    throw new Misuse(`“${pair}” names no official document: ID=FILE or ID@2026-07-27=FILE.`)
  }
  if (day !== undefined && !isCalendarDay(day)) {
    throw new Misuse(`“${day}” is no day of ${file}: write it as ${id}@2026-07-27=FILE.`)
  }
  const instrument = corpus.byKey.get(id)
  if (instrument?.level !== 'instrument') throw new Failure(`No instrument is called “${id}”.`)
  return { id, instrument, file, day: day ?? dayOfDocument(instrument, path.basename(file)) }
}

function refuseSecondOfDay(
  { id, instrument, day, file }: NamedDocument,
  place: number,
  all: readonly NamedDocument[],
): void {
  const other = all.find((one) => one.instrument === instrument && one.day === day)
  if (other === undefined || all.indexOf(other) === place) return
  const ofDay = day === '' ? 'have no day' : `are of ${day}`
  throw new Misuse(
    `Two official documents of “${id}” ${ofDay}, ${other.file} and ${file}: name each with its own, ${id}@2026-07-27=FILE.`,
  )
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
