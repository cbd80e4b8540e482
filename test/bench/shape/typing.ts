import type { Suggestion, Suggestions } from '../../../src/core/features/completion.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { quantiles, type Measured } from '../measured.ts'
import { keystrokesOf } from '../queries.ts'
import { reportOf } from '../syntheticReport.ts'
import { processorTime } from './loopWatch.ts'
import type { OpenProduct } from './openProduct.ts'
import type { Product } from './product.ts'
import { shapeKinds, type ShapeQuery } from './shapeQueries.ts'

/** How a window lists: so many rows, of which ten are seen. */
const mostRows = 100
const rowsSeen = 10

/** So long is typed at most before the clock runs, so that code is compiled, in milliseconds. */
const longestWarmUp = 2000

/** So long a report is, in UTF-16 units. */
const reportSize = 10_000

/** Milliseconds for something that is done again and again. */
export interface Timed extends Measured {
  /** What of the processor one takes on average: that others run on the machine is not in it. */
  readonly meanOfProcessor: number
}

/** Milliseconds for each key, what was found, and how much of it all was asked. */
export interface Typed {
  /** All that a key costs. */
  readonly keys: Timed
  /** What of it the search does, asked for the same. */
  readonly searches: Timed
  /** An @ behind a sentence, with nothing typed. */
  readonly sentences: Timed
  /** The shares of the queries whose target was seen, by kind; of those kinds that were asked. */
  readonly found: Readonly<Record<string, number>>
  readonly judged: number
  /** What was seen for each query that was judged: keys with blanks between. */
  readonly answers: readonly string[]
}

/** Somebody who types in a report, behind what the provider of suggestions does for each key but for VS Code's own objects. */
export class Typist {
  readonly #product: Product
  readonly #open: OpenProduct
  readonly #report: Report
  /** Before which the typist types. */
  readonly #place: number

  constructor(product: Product, open: OpenProduct) {
    this.#product = product
    this.#open = open
    const text = reportOf(reportSize)
    this.#report = product.analyseReport(text)
    this.#place = text.indexOf('\n\n', text.length / 2)
  }

  /** Types as many `queries` as `budget` milliseconds allow, and judges as many as it allows again. */
  type(queries: readonly ShapeQuery[], budget: number): Typed {
    this.#warmUp(queries, Math.min(budget, longestWarmUp))
    const keys = this.#timed(queries, budget, (query) => this.#keys(query.text))
    const searches = this.#timed(queries, budget / 2, ({ text }) => this.#searches(text))
    const titled = queries.filter(({ title }) => title !== undefined)
    const sentences = this.#timed(titled, budget / 4, ({ title = '' }) => [this.#sentence(title)])
    return { keys, searches, sentences, ...this.#judge(queries, budget) }
  }

  /** The keys of the best that is offered for `text`. */
  found(text: string): readonly string[] {
    return (this.#lastKey(text)?.items ?? []).map(({ provision }) => provision.key)
  }

  #warmUp(queries: readonly ShapeQuery[], budget: number): void {
    const end = performance.now() + budget
    for (const { text } of queries.slice(-50)) {
      if (performance.now() > end) return
      this.#keys(text)
    }
  }

  #timed(
    queries: readonly ShapeQuery[],
    budget: number,
    work: (query: ShapeQuery) => readonly number[],
  ): Timed {
    const times: number[] = []
    const used = processorTime()
    const end = performance.now() + budget
    for (const query of queries) {
      if (performance.now() > end && times.length > 0) break
      for (const time of work(query)) times.push(time)
    }
    const meanOfProcessor = (processorTime() - used) / times.length
    return { ...quantiles(times), meanOfProcessor }
  }

  /** Milliseconds of each key of `text`, typed behind an @. */
  #keys(text: string): readonly number[] {
    let report = this.#with(' See @')
    let offset = this.#place + ' See @'.length
    return keystrokesOf(text).map((typed) => {
      const letter = Array.from(typed).at(-1) ?? ''
      const start = performance.now()
      report = report.edited([{ offset, length: 0, text: letter }])
      offset += letter.length
      this.#list(report, offset)
      return performance.now() - start
    })
  }

  /** Milliseconds of the search alone for each key of `text`. */
  #searches(text: string): readonly number[] {
    const { search } = this.#product
    const { source, indexes, pinyin } = this.#open
    return keystrokesOf(text).map((typed) => {
      const start = performance.now()
      search(indexes.get(source.current), {
        ...{ text: typed, limit: mostRows, language: 'en', pinyin },
      })
      return performance.now() - start
    })
  }

  /** Milliseconds of an @ behind a sentence about `title`. */
  #sentence(title: string): number {
    const before = ` The ministries are told to do this: ${title}. `
    const report = this.#with(before)
    const offset = this.#place + before.length
    const start = performance.now()
    this.#list(report.edited([{ offset, length: 0, text: '@' }]), offset + 1)
    return performance.now() - start
  }

  #judge(
    queries: readonly ShapeQuery[],
    budget: number,
  ): Pick<Typed, 'found' | 'judged' | 'answers'> {
    const asked = new Map<string, number>()
    const found = new Map<string, number>()
    const end = performance.now() + budget
    const answers: string[] = []
    for (const query of queries) {
      // All kinds come in turn: each is judged by as many.
      if (answers.length > shapeKinds.length && performance.now() > end) break
      const seen = (this.#lastKey(query.text)?.items ?? []).slice(0, rowsSeen)
      answers.push(seen.map(({ provision }) => provision.key).join(' '))
      asked.set(query.kind, (asked.get(query.kind) ?? 0) + 1)
      if (hasMeant(seen, query)) found.set(query.kind, (found.get(query.kind) ?? 0) + 1)
    }
    const shares = [...asked].map(([kind, all]) => [kind, (found.get(kind) ?? 0) / all] as const)
    return { found: Object.fromEntries(shares), judged: answers.length, answers }
  }

  #lastKey(text: string): Suggestions | undefined {
    const typed = ` See @${text}`
    return this.#list(this.#with(typed), this.#place + typed.length)
  }

  #with(text: string): Report {
    return this.#report.edited([{ offset: this.#place, length: 0, text }])
  }

  /** What stands in the list at `offset`, its rows worded. */
  #list(report: Report, offset: number): Suggestions | undefined {
    const { suggestCitations, rowText } = this.#product
    const { source, indexes, pinyin } = this.#open
    const corpus = source.current
    const suggestions = suggestCitations(report, indexes.get(corpus), corpus, offset, {
      ...{ language: 'en', style: 'pandoc', withPage: true, limit: mostRows, pinyin, usage },
      isCancelled: () => false,
    })
    for (const { provision } of suggestions?.items ?? []) rowText(corpus, provision, 'en')
    return suggestions
  }
}

/** Whether what is meant is among `seen`; for a title of the library any provision that bears it. */
function hasMeant(seen: readonly Suggestion[], { key, title, kind }: ShapeQuery): boolean {
  const isReal = kind.includes(' ')
  return seen.some(
    ({ provision }) =>
      provision.key === key || (isReal && Object.values(provision.titles).includes(title)),
  )
}

/** What is cited in the report and was before, as the product knows it. */
const usage = {
  cited: new Map([['us-aiap-2025:I.1.3', 2]]),
  recent: ['us-aiap-2025:II.3.1', 'eu-ai-act:5.1.a', 'us-aiap-2025:III.7.2'],
}
