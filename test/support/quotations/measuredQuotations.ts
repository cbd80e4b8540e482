import { readFileSync } from 'node:fs'
import type { Instrument } from '../../../src/core/corpus/provision.ts'
import {
  judgeQuotations,
  type Compared,
} from '../../../src/core/features/problems/quoted/quotations.ts'
import type { QuotationVerdict } from '../../../src/core/features/problems/quoted/whoseWords.ts'
import { findPassages, type OfficialText } from '../../../src/core/official/officialText.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import type { Span } from '../../../src/core/text/span.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { officialSource } from '../officialSource.ts'
import { madeQuotations } from './madeQuotations.ts'
import { publishedQuotations, type TestedQuotations, type Truth } from './publishedQuotations.ts'

/** The official texts that quotations are measured on, with the name that the tables have for each. */
const documents = [
  ['us-aiap-2025', 'plan', 'Americas-AI-Action-Plan.pdf'],
  ['eu-ai-act', 'act', 'eu-ai-act/aia.eurlex.xhtml'],
  ['cn-genai-2023', 'measures', 'cn-genai-interim/c_1690898327029107.htm'],
  ['cn-pipl', 'measures', 'cn-pipl/个人信息保护法(2021-08-20).md'],
] as const

/** Why nothing can be measured here; `false` where all official texts are there. */
export const skipsMeasuring =
  documents.map(([, , file]) => officialSource(file).skip).find((skip) => skip !== false) ?? false

/** What the product says of a quotation; `nothing` where it gives no verdict. */
export type Told = QuotationVerdict | 'nothing'

/** A quotation, what is right of it and what is said of it. */
export interface Measured {
  readonly id: string
  /** The name of its document in the tables. */
  readonly document: (typeof documents)[number][1]
  readonly truth: Truth
  readonly told: Told
  readonly text: string
  readonly change: string
}

/** What is said of all that others published. */
export async function measuredPublished(): Promise<readonly Measured[]> {
  const all = publishedQuotations()
  return measured((_, id) => all.filter(({ cited }) => cited === id))
}

/** What is said of what is made by rule, at most `most` quotations a document and rule. */
export async function measuredMade(most: number): Promise<readonly Measured[]> {
  return measured((official, id) => madeQuotations(official, id, most))
}

/** Whether what is said of a quotation is an alarm: a problem that tells its writer to change something. */
export function isAlarm(told: Told): boolean {
  return alarms.has(told)
}

/** Whether what is said of a quotation is right. */
export function isRight({ truth, told }: Pick<Measured, 'truth' | 'told'>): boolean {
  return right[truth].includes(told)
}

const alarms: ReadonlySet<Told> = new Set<Told>([
  'altered',
  'stitched',
  'sense changed',
  'found elsewhere',
  'not found',
  'superseded wording',
  'later wording',
])
const right: Readonly<Record<Truth, readonly Told[]>> = {
  true: ['verified', 'too short to judge'],
  elsewhere: ['found elsewhere'],
  altered: ['altered', 'not found', 'stitched', 'sense changed'],
  stitched: ['stitched', 'sense changed'],
  omission: ['verified', 'stitched'],
  translated: ['cannot be compared'],
  'other-script': ['in the other script'],
  others: ['nothing'],
}

async function measured(
  quotationsOf: (official: OfficialText, id: string) => readonly TestedQuotations[],
): Promise<readonly Measured[]> {
  const corpus = libraryCorpus()
  const all: Measured[] = []
  for (const [id, document, file] of documents) {
    const bytes = new Uint8Array(readFileSync(officialSource(file).file))
    const official = findPassages(
      await outlineOf(bytes),
      corpus.byKey.get(id) as Instrument,
      corpus,
    )
    const version = { day: '2031-01-01', text: official }
    const compared: Compared = { corpus, officialOf: () => [version] }
    all.push(...quotationsOf(official, id).flatMap((one) => measuredOne(one, document, compared)))
  }
  return all
}

function measuredOne(
  { id, text, truth, change = '' }: TestedQuotations,
  document: Measured['document'],
  compared: Compared,
): readonly Measured[] {
  const judged = judgeQuotations(analyseReport(text), compared)
  const places = quotedPlaces(text)
  if (places.length !== truth.length) throw new Error(`${id}: ${String(places.length)} quotations`)
  return places.map((place, at) => {
    const here = judged.find(
      ({ quotation: { span } }) => span.start < place.end && place.start < span.end,
    )
    return {
      id,
      document,
      truth: truth[at] ?? 'true',
      told: here?.verdict ?? 'nothing',
      text,
      change,
    }
  })
}

/** Where the quotations of a piece of a report stand, as its writer meant them. */
function quotedPlaces(text: string): readonly Span[] {
  const block = /(?:^>.*\n?)+/mu.exec(text)
  if (block !== null) return [{ start: block.index, end: block.index + block[0].length }]
  const marks = /["“「]/u.test(text)
    ? /"[^"]+"|“[^”]+”|「[^」]+」/gu
    : /(?<![\p{L}\p{N}])'.+?'(?![\p{L}\p{N}])/gu
  return [...text.matchAll(marks)].map(({ 0: quoted, index }) => ({
    start: index,
    end: index + quoted.length,
  }))
}
