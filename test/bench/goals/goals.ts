import type { PrintedFigures } from './printedFigures.ts'

/** Something that is promised of a figure. */
export interface Goal {
  /** Its number in the list of goals. */
  readonly number: number
  readonly what: string
  readonly bound: 'most' | 'least'
  readonly limit: number
  readonly unit: 'ms' | '%' | 'MB' | 'KB' | 'bytes' | 'times' | 's'
  /** The benchmark that measures it. */
  readonly bench: string
  readonly of: (figures: PrintedFigures) => number | undefined
}

type Bound = readonly [bound: Goal['bound'], limit: number, unit: Goal['unit']]

const goal = (
  number: number,
  what: string,
  [bound, limit, unit]: Bound,
  bench: string,
  of: Goal['of'],
): Goal => ({ number, what, bound, limit, unit, bench, of })

const most = (limit: number, unit: Goal['unit']): Bound => ['most', limit, unit]
const least = (limit: number, unit: Goal['unit']): Bound => ['least', limit, unit]

/** In the product's shape: own instruments beside the library. */
const wide = '200x100000'
const usual = '200x10000'

function inShape(number: number, what: string, bound: Bound, name: string, shape = wide): Goal {
  const [instruments = '', measures = ''] = shape.split('x').map(counted)
  const where = `${what}; ${instruments} instruments, ${measures} measures`
  return goal(number, where, bound, 'shape', (figures) => figures.shape(shape, name))
}

/** One index alone. */
function inIndex(number: number, what: string, bound: Bound, size: number, column: string): Goal {
  const where = `${what}; one index, ${counted(size)} measures`
  return goal(number, where, bound, 'search', (figures) =>
    figures.cell('search', `${counted(size)} measures`, 'Policy Citation', column),
  )
}

function counted(count: number | string): string {
  return Number(count).toLocaleString('en')
}

const found = ['prefix', 'inside', 'chinese', 'key'] as const

/** All of them, in the order of their numbers. */
export const goals: readonly Goal[] = [
  ...[usual, wide].flatMap((shape) => [
    inShape(1, 'the search of a key, p50', most(0.1, 'ms'), 'search of it p50', shape),
    inShape(1, 'the search of a key, p99', most(2, 'ms'), 'search of it p99', shape),
    inShape(1, 'a key with its list written, p50', most(0.1, 'ms'), 'key p50', shape),
    inShape(1, 'a key with its list written, p99', most(2, 'ms'), 'key p99', shape),
  ]),
  inShape(1, 'nothing typed behind a sentence, p99', most(8, 'ms'), 'nothing typed p99'),
  ...found.map((kind) => inShape(1, `found in ten, ${kind}`, least(99, '%'), `found: ${kind}`)),
  inShape(1, 'found in ten, one typo', least(97, '%'), 'found: typo'),
  inIndex(1, 'a key, p50', most(0.1, 'ms'), 100_000, 'p50 ms'),
  inIndex(1, 'a key, p99', most(2, 'ms'), 100_000, 'p99 ms'),
  ...found.map((kind) => inIndex(1, `found in ten, ${kind}`, least(99, '%'), 100_000, `${kind} %`)),
  inIndex(1, 'found in ten, one typo', least(97, '%'), 100_000, 'typo %'),
  inIndex(2, 'a key, p99', most(10, 'ms'), 1_000_000, 'p99 ms'),
  inIndex(2, 'file to first answer', most(300, 'ms'), 1_000_000, 'load ms'),
  inIndex(2, 'bytes a measure', most(200, 'bytes'), 1_000_000, 'bytes a measure'),
  inIndex(3, 'file to first answer', most(2, 'ms'), 1_000, 'load ms'),
  inIndex(3, 'file to first answer', most(5, 'ms'), 10_000, 'load ms'),
  inIndex(3, 'file to first answer', most(20, 'ms'), 100_000, 'load ms'),
  inIndex(3, 'memory', most(30, 'MB'), 100_000, 'memory MB'),
  inShape(3, 'a start with nothing kept', most(15_000, 'ms'), 'cold start'),
  inShape(3, 'the next start', most(100, 'ms'), 'warm start'),
  inShape(3, 'longest block of the thread, cold', most(8, 'ms'), 'longest block, cold'),
  inShape(3, 'longest block of the thread, warm', most(8, 'ms'), 'longest block, warm'),
  inShape(3, 'memory at the peak, cold', most(400, 'MB'), 'at its peak, cold'),
  inShape(3, 'memory in use', most(120, 'MB'), 'resident memory, more by'),
  goal(4, 'require and activate, p50', most(5, 'ms'), 'activation', (figures) =>
    figures.row('activation', 'require and activate', 'p50'),
  ),
  goal(
    4,
    'require and activate, p99 (the goal says p95)',
    most(15, 'ms'),
    'activation',
    (figures) => figures.row('activation', 'require and activate', 'p99'),
  ),
  goal(4, 'the main bundle', most(40, 'KB'), 'activation', (figures) =>
    figures.line('activation', 'the main bundle'),
  ),
  ...['10 KB', '1 MB', '10 MB'].flatMap((size) => [
    goal(5, `one typed character, report of ${size}, p50`, most(0.05, 'ms'), 'typing', (figures) =>
      figures.row('typing', typed(size), 'p50'),
    ),
    goal(5, `one typed character, report of ${size}, p99`, most(1, 'ms'), 'typing', (figures) =>
      figures.row('typing', typed(size), 'p99'),
    ),
  ]),
  goal(5, '10 MB beside 10 KB, p50', most(1.5, 'times'), 'typing', (figures) =>
    ratio(
      figures.row('typing', typed('10 MB'), 'p50'),
      figures.row('typing', typed('10 KB'), 'p50'),
    ),
  ),
  goal(5, 'a fence opened at the top of 10 MB, p99', most(16, 'ms'), 'typing', (figures) =>
    figures.row('typing', 'a fence at the top, 10 MB', 'p99'),
  ),
  goal(6, 'first analysis of 1 MB and 10,000 names in it, p50', most(20, 'ms'), 'mentions', (of) =>
    sum(
      of.row('typing', '  fresh analysis of the blocks, 1 MB', 'p50'),
      of.row('mentions', 'trie, all of it', 'p50'),
    ),
  ),
  goal(6, 'a slice of it, p99', most(8, 'ms'), 'typing', (figures) =>
    figures.row('typing', '  a slice of the rest, 10 MB', 'p99'),
  ),
  inShape(7, 'a card under the pointer, p99', most(0.1, 'ms'), 'hover p99'),
  goal(7, 'a card under the pointer, report of 1 MB, p99', most(0.1, 'ms'), 'reading', (figures) =>
    figures.row('reading', 'hover, 1 MB report', 'p99'),
  ),
  goal(8, `full collection, longer by; ${shapeWords(wide)}`, most(5, 'ms'), 'shape', (figures) =>
    difference(
      figures.shape(wide, 'full collection with'),
      figures.shape(wide, 'full collection without'),
    ),
  ),
  inIndex(8, 'full collection, longer by', most(5, 'ms'), 100_000, 'GC + ms'),
  goal(9, 'list in 1 MB, p99, beside Quarto’s 42 ms', least(50, 'times'), 'shape', (figures) =>
    ratio(42, figures.shape(usual, 'key p99')),
  ),
  goal(9, 'start, beside PandocCiter’s 1.3 s', least(100, 'times'), 'shape', (figures) =>
    ratio(1300, figures.shape(usual, 'warm start')),
  ),
]

function typed(size: string): string {
  return `  and the prose around it, ${size}`
}

function shapeWords(shape: string): string {
  const [instruments = '', measures = ''] = shape.split('x').map(counted)
  return `${instruments} instruments, ${measures} measures`
}

type Value = number | undefined

function ratio(one: Value, other: Value): Value {
  return one === undefined || other === undefined ? undefined : one / other
}

function sum(one: Value, other: Value): Value {
  return one === undefined || other === undefined ? undefined : one + other
}

function difference(one: Value, other: Value): Value {
  return one === undefined || other === undefined ? undefined : Math.max(0, one - other)
}
