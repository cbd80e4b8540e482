import { readFileSync } from 'node:fs'

/** What is right of a quotation; README.md beside this file says what each means. */
export type Truth =
  | 'true'
  | 'elsewhere'
  | 'altered'
  | 'stitched'
  | 'omission'
  | 'translated'
  | 'other-script'
  | 'others'

/** A piece of a report, with what is right of each of its quotations, in reading order. */
export interface TestedQuotations {
  readonly id: string
  /** The id of the instrument that is cited. */
  readonly cited: string
  /** Markdown. */
  readonly text: string
  readonly truth: readonly Truth[]
  /** What was done to the words of the official text. */
  readonly change?: string
}

/** What others published. */
export interface PublishedQuotations extends TestedQuotations {
  readonly source: string
  /** Where the words stand, or whose they are. */
  readonly at?: string
  readonly marks?: 'ours'
}

/** A translation of our own. */
export interface Translation {
  readonly cited: string
  /** The place that it translates, in words. */
  readonly place: string
  /** BCP 47. */
  readonly language: string
  readonly text: string
}

/** The sentences that others published. */
export function publishedQuotations(): readonly PublishedQuotations[] {
  return linesOf('published') as readonly PublishedQuotations[]
}

/** The translations of our own. */
export function translations(): readonly Translation[] {
  return linesOf('translations') as readonly Translation[]
}

function linesOf(name: string): readonly unknown[] {
  const text = readFileSync(new URL(`./${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}
