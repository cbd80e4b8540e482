import path from 'node:path'
import type { Language } from '../core/corpus/language.ts'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
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
import { DocumentError, documentLimits, type Refusal } from '../import/documentError.ts'
import { whyNotRead, type ReadingLimits } from '../import/readingLimits.ts'
import { readOfficialDocument } from '../import/readOfficialDocument.ts'
import { Failure, Misuse } from './failure.ts'
import { readBytes } from './files.ts'
import type { UnreadNamed } from './reports.ts'
import type { Session } from './session.ts'

/** The official texts that documents hold. */
export interface ReadOfficialTexts {
  readonly officialOf: OfficialVersionsOf
  /** The documents that cannot be read, or have nothing of their instrument. */
  readonly unread: readonly UnreadNamed[]
}

/**
 * The official texts of the documents that `pairs` name, each as `instrument=file` or `instrument@day=file`:
 * several of one instrument where each has its own day.
 *
 * @throws Failure where a document belongs to no instrument of `corpus` or is of the same day as another
 * one, and where there is none that can be read.
 */
export async function readOfficialTexts(
  pairs: readonly string[],
  session: Pick<Session, 'corpus'> & ReaderOfDocuments,
): Promise<ReadOfficialTexts> {
  const { corpus } = session
  const named = pairs.map((pair) => documentNamed(pair, corpus))
  named.forEach(refuseSecondOfDay)
  const versions = new Map<string, readonly OfficialVersion[]>()
  const unread: UnreadNamed[] = []
  for (const one of named) {
    const { key } = one.instrument
    const text = await textOf(one, session)
    if ('why' in text) unread.push(text)
    else versions.set(key, inOrderOfDays([...(versions.get(key) ?? []), { day: one.day, text }]))
  }
  if (unread.length > 0 && versions.size === 0) {
    throw new Failure(unread.map(({ why }) => why).reduce((all, why) => sentence`${all} ${why}`))
  }
  return { officialOf: (key) => versions.get(instrumentOf(corpus, key)?.key ?? ''), unread }
}

async function textOf(
  { id, instrument, file }: NamedDocument,
  session: Pick<Session, 'corpus'> & ReaderOfDocuments,
): Promise<OfficialVersion['text'] | UnreadNamed> {
  try {
    const outline = await readDocument(documentIn(file), session, instrument.listFields)
    const text = findPassages(outline, instrument, session.corpus)
    return text.passages.size > 0
      ? text
      : { file, why: sentence`Nothing of “${id}” was found in ${file}.` }
  } catch (error) {
    if (error instanceof Failure) return { file, why: error.said }
    throw error
  }
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
    throw new Misuse(sentence`“${pair}” names no official document: ID=FILE or ID@2026-07-27=FILE.`)
  }
  if (day !== undefined && !isCalendarDay(day)) {
    throw new Misuse(sentence`“${day}” is no day of ${file}: write it as ${id}@2026-07-27=FILE.`)
  }
  const instrument = corpus.byKey.get(id)
  if (instrument?.level !== 'instrument') {
    throw new Failure(sentence`No instrument is called “${id}”.`)
  }
  return { id, instrument, file, day: day ?? dayOfDocument(instrument, path.basename(file)) }
}

function refuseSecondOfDay(
  { id, instrument, day, file }: NamedDocument,
  place: number,
  all: readonly NamedDocument[],
): void {
  const other = all.find((one) => one.instrument === instrument && one.day === day)
  if (other === undefined || all.indexOf(other) === place) return
  throw new Misuse(
    day === ''
      ? sentence`Two official documents of “${id}” have no day, ${other.file} and ${file}: name each with its own, ${id}@2026-07-27=FILE.`
      : sentence`Two official documents of “${id}” are of ${day}, ${other.file} and ${file}: name each with its own, ${id}@2026-07-27=FILE.`,
  )
}

/** A document as it was read once. */
export interface DocumentBytes {
  readonly file: string
  readonly bytes: Uint8Array
}

/** @throws Failure where `file` cannot be read. */
export function documentIn(file: string): DocumentBytes {
  return { file, bytes: readBytes(file, documentLimits.bytes) }
}

/** Who reads documents: where what reads them lies, what it may take, and in which language it is told. */
export type ReaderOfDocuments = Pick<Session, 'folder' | 'language' | 'reading'>

/**
 * The outline of a document. English says where in it the reason stands. `map` says which fields of a
 * list are what.
 *
 * @throws Failure where it cannot be read.
 */
export async function readDocument(
  { file, bytes }: DocumentBytes,
  { folder, language, reading }: ReaderOfDocuments,
  map?: string,
): Promise<Outline> {
  const script = path.join(folder, 'reader/readerProcess.mjs')
  const reader = {
    command: process.execPath,
    script,
    ...reading,
    ...(map !== undefined && { map }),
  }
  try {
    return await readOfficialDocument(bytes, reader)
  } catch (error) {
    throw new Failure(sentence`${file} was not read: ${reasonOf(error, language, reading)}`)
  }
}

const options = { time: '--reading-time', memory: '--reading-memory' }

function reasonOf(error: unknown, language: Language, reading: ReadingLimits): string | Sentence {
  if (error instanceof DocumentError && !(language === 'en' && saysWhere.has(error.reason)))
    return whyNotRead(error, reading, options)
  return error instanceof Error ? error.message : ''
}

/** Reasons of which an English message says more, such as the line. */
const saysWhere: ReadonlySet<Refusal> = new Set([
  ...(['malformed', 'not allowed', 'too much text', 'failed'] as const),
])

/** That nothing was found in `file` that has a heading. */
export function noParts(file: string): Sentence {
  return sentence`${file} has no parts that could be found.`
}
