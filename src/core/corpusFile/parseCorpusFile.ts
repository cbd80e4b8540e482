import { atOnce } from '../text/lists.ts'
import type { Span } from '../text/span.ts'
import { cutAtHeadings, mostHeadings } from './body/bodyPieces.ts'
import { readBody } from './body/bodySections.ts'
import type { CorpusFile } from './corpusFile.ts'
import { readCorpusFrontMatter, type CorpusFrontMatter } from './fields/frontMatter.ts'
import { checkTableHead, readInstrumentHead, tableTypeOf } from './fields/instrumentHead.ts'
import type { TableType } from '../corpus/kinds.ts'
import { placeOf, sourceText, type SourceText } from './source/sourceText.ts'
import { readAgencies } from './body/readAgencies.ts'
import { readProvisions } from './body/readProvisions.ts'
import { readRelations } from './body/readRelations.ts'
import { readTerms } from './body/readTerms.ts'
import { sentence } from '../corpus/sentence.ts'
import { findSuspiciousCharacters } from './source/suspiciousCharacters.ts'
import { makeTrouble, type Trouble } from '../corpus/trouble.ts'
import { TroubleLog } from './source/troubleLog.ts'

/** A corpus file with more UTF-16 units is refused unread. */
export const largestFile = 8 * 1024 * 1024

/** So many suspicious characters of one file are named. */
const mostSuspicious = 100

/**
 * Reads one corpus file, `text` with or without a BOM; `name` is what troubles call it. Never
 * throws, and takes time in proportion to the length of the text, however hostile. All offsets are
 * UTF-16 units in `text` without its BOM.
 */
export function parseCorpusFile(text: string, name: string, limit = largestFile): CorpusFile {
  return atOnce(readCorpusFile(text, name, limit))
}

/** Reads as {@link parseCorpusFile} does, and pauses after each heading, so that whoever drives it can let others in. */
export function* readCorpusFile(
  text: string,
  name: string,
  limit = largestFile,
): Generator<undefined, CorpusFile, undefined> {
  if (text.length > limit) return { kind: 'failed', troubles: [tooLarge(text, name, limit)] }
  const source = sourceText(name, text)
  const log = new TroubleLog(source)
  warnOfSuspiciousCharacters(source, log)
  const front = readCorpusFrontMatter(source, log)
  if (front === undefined) return failed(log)
  const pieces = cutAtHeadings(source, front.bodyStart)
  if (pieces.length > mostHeadings) {
    addTooManyHeadings(pieces, log)
    return failed(log)
  }
  const table = tableTypeOf(front)
  if (table !== undefined) return yield* readTable(table, front, source, pieces, log)
  const head = readInstrumentHead(front, log)
  if (head === undefined) return failed(log)
  const body = yield* readBody(source, pieces, log)
  const file = yield* readProvisions(head, source, body, log)
  return { kind: 'instrument', file, troubles: log.inOrder() }
}

function* readTable(
  type: TableType,
  front: CorpusFrontMatter,
  source: SourceText,
  pieces: readonly Span[],
  log: TroubleLog,
): Generator<undefined, CorpusFile, undefined> {
  checkTableHead(type, front, log)
  const body = yield* readBody(source, pieces, log)
  switch (type) {
    case 'register': {
      const agencies = readAgencies(source, body, log)
      return { kind: 'register', agencies, troubles: log.inOrder() }
    }
    case 'relations': {
      const relations = readRelations(source, body, log)
      return { kind: 'relations', relations, troubles: log.inOrder() }
    }
    case 'glossary': {
      const terms = readTerms(source, body, log)
      return { kind: 'glossary', terms, troubles: log.inOrder() }
    }
  }
}

function failed(log: TroubleLog): CorpusFile {
  return { kind: 'failed', troubles: log.inOrder() }
}

function addTooManyHeadings(pieces: readonly Span[], log: TroubleLog): void {
  log.add(
    'file.too-large',
    pieces[mostHeadings] ?? { start: 0, end: 0 },
    sentence`The file has more than ${mostHeadings} headings, ${pieces.length - 1} of them.`,
    sentence`Divide it into several instruments.`,
  )
}

function tooLarge(text: string, name: string, limit: number): Trouble {
  return makeTrouble(
    'file.too-large',
    placeOf(sourceText(name, ''), { start: 0, end: 0 }),
    sentence`The file has ${text.length} characters; ${limit} are the most that are read.`,
    sentence`Divide it into several instruments.`,
  )
}

function warnOfSuspiciousCharacters(source: SourceText, log: TroubleLog): void {
  for (const { span, codePoint } of findSuspiciousCharacters(source.text, mostSuspicious)) {
    log.add(
      'text.suspicious-character',
      span,
      sentence`${codePoint} stands here: it is not seen, or changes how its neighbors are seen.`,
      sentence`Remove it, unless the language needs it.`,
    )
  }
}
