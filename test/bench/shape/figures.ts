import type { Started, Used } from '../shapeProcess.ts'
import { shapeKinds } from './shapeQueries.ts'

/** All that was measured of one product in one shape; of starts the median. */
export interface Row {
  readonly cold: Started
  readonly warm: Started
  readonly used: Used
}

/** A figure of the table, by a name that stays: `docs/performance.md` is filled by it. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | '%' | 'MB' | 'bytes' | ''
  readonly of: (row: Row) => number
}

const figure = (name: string, unit: Figure['unit'], of: Figure['of']): Figure => ({
  name,
  unit,
  of,
})

const megabyte = 1e6

/** In the order of the table. */
export const figures: readonly Figure[] = [
  figure('instruments in use', '', ({ used }) => used.instruments),
  figure('measures in use', '', ({ used }) => used.measures),
  figure('key p50', 'ms', ({ used }) => used.keys.p50),
  figure('key p99', 'ms', ({ used }) => used.keys.p99),
  figure('key, of the processor, mean', 'ms', ({ used }) => used.keys.meanOfProcessor),
  figure('search of it p50', 'ms', ({ used }) => used.searches.p50),
  figure('search of it p99', 'ms', ({ used }) => used.searches.p99),
  figure('search, of the processor, mean', 'ms', ({ used }) => used.searches.meanOfProcessor),
  figure('nothing typed p50', 'ms', ({ used }) => used.sentences.p50),
  figure('nothing typed p99', 'ms', ({ used }) => used.sentences.p99),
  figure('nothing typed, of the processor', 'ms', ({ used }) => used.sentences.meanOfProcessor),
  figure('hover p50', 'ms', ({ used }) => used.hover.p50),
  figure('hover p99', 'ms', ({ used }) => used.hover.p99),
  figure('keys typed', '', ({ used }) => used.keys.runs),
  figure('cold start', 'ms', ({ cold }) => cold.all),
  figure('cold, all in the background done', 'ms', ({ cold }) => cold.settled),
  figure('cold, of the processor', 'ms', ({ cold }) => cold.ofProcessor),
  figure('warm start', 'ms', ({ warm }) => warm.all),
  figure('warm start to the first list', 'ms', ({ warm }) => warm.first),
  figure('warm, of the processor', 'ms', ({ warm }) => warm.ofProcessor),
  figure('library in use', 'ms', ({ warm }) => warm.library),
  figure('names for mentions', 'ms', ({ warm }) => warm.names),
  figure('names, of the processor', 'ms', ({ warm }) => warm.namesOfProcessor),
  figure('longest block, cold', 'ms', ({ cold }) => cold.loading.longest),
  figure('of it, of the processor', 'ms', ({ cold }) => cold.loading.longestOfProcessor),
  figure('longest block, warm', 'ms', ({ warm }) => warm.loading.longest),
  figure('longest block, names', 'ms', ({ warm }) => warm.naming.longest),
  figure('saving one file', 'ms', ({ used }) => used.save.p50),
  figure('longest block, saving', 'ms', ({ used }) => used.saving.longest),
  figure('resident memory, more by', 'MB', ({ used }) => used.resident / megabyte),
  figure('at its peak, cold', 'MB', ({ cold }) => cold.peak / megabyte),
  figure('full collection without', 'ms', ({ used }) => used.collectionBefore),
  figure('full collection with', 'ms', ({ used }) => used.collection),
  figure('index a measure', 'bytes', ({ used }) => used.indexBytes / used.measures),
  figure('queries judged', '', ({ used }) => used.judged),
  ...shapeKinds.map((kind) =>
    figure(`found: ${kind}`, '%', ({ used }) => (used.found[kind] ?? Number.NaN) * 100),
  ),
]

/** What a cell of the table says; a dash for what was not measured. */
export function cellOf({ unit }: Figure, value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = unit === 'ms' && Math.abs(value) < 10 ? 3 : unit === '%' || unit === 'ms' ? 1 : 0
  const text = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return unit === '' ? text : `${text} ${unit}`
}
