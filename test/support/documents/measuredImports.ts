import { readFileSync } from 'node:fs'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { judgeImport, type ImportJudged } from './judgeImport.ts'
import type { ProofDocument } from './proofDocuments.ts'

/** What the table says of one document. */
export interface MeasuredImport {
  readonly title: string
  readonly countedBy: string
  readonly there: number
  readonly found: number
  readonly keyed: number
  readonly provisions: number
  /** How many things were listed as not understood. */
  readonly listed: number
  /** Of the whole command, its own start with it, in milliseconds. */
  readonly time?: number
  /** The most that the command and its reader had resident together, in MB. */
  readonly memory?: number
}

/** Imports `document` and compares what comes out with what it is known to have. */
export async function judgedImport({ file, partsThere }: ProofDocument): Promise<ImportJudged> {
  const outline = await outlineOf(new Uint8Array(readFileSync(file)))
  return judgeImport(outline, partsThere())
}

/** What the table says of `judged`, but time and memory. */
export function countsOf(
  { title, countedBy }: ProofDocument,
  { there, found, keyed, provisions, unread }: ImportJudged,
): MeasuredImport {
  return { title, countedBy, there, found, keyed, provisions, listed: unread.length }
}

/** What was measured last. */
export function importsMeasuredLast(): readonly MeasuredImport[] {
  const file = new URL('./measured.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as readonly MeasuredImport[]
}
