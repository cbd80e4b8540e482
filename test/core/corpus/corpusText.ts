import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import type { InstrumentFile } from '../../../src/core/corpus/corpus.ts'
import type { Measure, Provision } from '../../../src/core/corpus/provision.ts'
import { inWords } from '../../../src/core/corpus/sentence.ts'
import type { Trouble } from '../../../src/core/corpus/trouble.ts'

/** The front matter of the smallest plan. */
const planHead = '---\nid: p\ntype: plan\ntitle: Plan\n---\n\n'

/** The text of a plan with this body. */
export function plan(body: string): string {
  return planHead + body
}

/** What reading `text` gave; throws where it is no instrument. */
export function instrumentFile(text: string): InstrumentFile {
  const parsed = parseCorpusFile(text, 'plan.md')
  if (parsed.kind === 'instrument') return parsed.file
  throw new Error(`no instrument: ${parsed.troubles.map(messageOf).join(' ')}`)
}

/** The troubles of `text`. */
export function troublesOf(text: string): readonly Trouble[] {
  return parseCorpusFile(text, 'plan.md').troubles
}

/** The troubles of `text`, each as `code line:column`. */
export function troubleLines(text: string): readonly string[] {
  return troublesOf(text).map(({ code, place }) => `${code} ${place.line}:${place.column}`)
}

/** The keys that `text` gives, in order. */
export function keysOf(text: string): readonly string[] {
  return instrumentFile(text).provisions.map(({ key }) => key)
}

/** The provision of `text` with this key; throws where there is none. */
export function provisionOf(text: string, key: string): Provision {
  const provision = instrumentFile(text).provisions.find((one) => one.key === key)
  if (provision === undefined) throw new Error(`no ${key}`)
  return provision
}

/** The measure of `text` with this key; throws where there is none. */
export function measureOf(text: string, key: string): Measure {
  const provision = provisionOf(text, key)
  if (provision.level !== 'measure') throw new Error(`${key} is no measure`)
  return provision
}

/** What `trouble` says is wrong, in English; nothing where there is none. */
export function messageOf(trouble: Trouble | undefined): string {
  return trouble === undefined ? '' : inWords(trouble.message)
}

/** What `trouble` says to do about it, in English; nothing where there is none. */
export function adviceOf(trouble: Trouble | undefined): string {
  return trouble === undefined ? '' : inWords(trouble.advice)
}
