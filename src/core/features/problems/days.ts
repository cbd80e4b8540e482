import { citedPlaces, type Place } from '../../citation/meaning.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Amendment, Provision, Start } from '../../corpus/provision.ts'
import { statesOf, type ProvisionState } from '../../corpus/states.ts'
import { meaningsIn, type CitedSentence, type Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import { fold } from '../../words/fold.ts'
import { keepsApart, namesOther, otherwise } from './keepsApart.ts'

/** What is cited, and the amendments that deleted it, or changed it after the day of the report. */
export interface AmendedPlace {
  readonly span: Span
  readonly provision: Provision
  readonly by: readonly Amendment[]
}

/** A sentence that says that something applies which does not yet. */
export interface EarlyApplication {
  /** Of the words that say so. */
  readonly span: Span
  readonly provision: Provision
  readonly starts: readonly Start[]
}

/** Whether `place` was deleted by the day `day`, or changed after it. */
export function findAmendments(
  { provision, span }: Place,
  corpus: Corpus,
  day: string | undefined,
): readonly (AmendedPlace & { readonly kind: 'deleted' | 'later' })[] {
  return statesIn(corpus, provision, day).flatMap((state) =>
    state.kind === 'deleted' || state.kind === 'later'
      ? [{ kind: state.kind, span, provision, by: state.by }]
      : [],
  )
}

/** Whether the sentence of a finding says itself that what it cites was deleted or amended, or tells what was before. */
export function saysChange(
  { words, span }: CitedSentence,
  { code, span: { start, end } }: { readonly code: string; readonly span: Span },
): boolean {
  const said = changes.get(code)
  return said !== undefined && span.start <= start && end <= span.end && said.test(fold(words))
}

const changes: ReadonlyMap<string, RegExp> = new Map([
  [
    'citation.deleted',
    /\b(?:former|delet|remov|repeal|struck|no longer)|\b(?:until|before|was|were|had)\b|[原曾删废]|此前|不再|取消/u,
  ],
  [
    'citation.amended',
    /\b(?:former|original|amend|version|wording|omnibus|as adopted)|原|修[改订正]|版本|综合/u,
  ],
])

function statesIn(
  corpus: Corpus,
  provision: Provision,
  day: string | undefined,
): readonly ProvisionState[] {
  return statesOf([...ancestorsOf(corpus, provision), provision], day)
}

/**
 * The `sentences` that say of what they cite that it applies by now, though nothing of it does on the
 * day `day`. Only what is certain: an act may be in force of which a part does not apply yet, so these
 * words count for nothing, and a sentence with a contrast, a condition or a part of something is left alone.
 */
export function findEarlyApplications(
  report: Report,
  corpus: Corpus,
  sentences: readonly CitedSentence[],
  day: string,
): readonly EarlyApplication[] {
  return sentences.flatMap(({ words, span, citations }) => {
    const said = appliesByNow.exec(words)
    const folded = fold(words)
    if (said === null || isLimited.test(folded) || otherwise.test(folded) || keepsApart(words))
      return []
    const places = meaningsIn(report, corpus, citations).flatMap(citedPlaces)
    if (places.some(({ provision }) => isOfOther(words, provision, corpus))) return []
    const early = places.flatMap(({ provision }) => startsAfter(corpus, provision, day))
    const [first] = early
    if (first === undefined || early.length < places.length) return []
    const start = span.start + said.index
    return [{ span: { start, end: start + said[0].length }, ...first }]
  })
}

function isOfOther(words: string, { key }: Provision, corpus: Corpus): boolean {
  const instrument = instrumentOf(corpus, key)
  return instrument !== undefined && namesOther(words, instrument)
}

function startsAfter(
  corpus: Corpus,
  provision: Provision,
  day: string,
): readonly Omit<EarlyApplication, 'span'>[] {
  return statesIn(corpus, provision, day).flatMap((state) =>
    state.kind === 'notYet' ? [{ provision, starts: state.starts }] : [],
  )
}

const appliesByNow =
  /(?<!\b(?:that|which|who) )\b(?:already|now|currently) (?:appl(?:y|ies)|binds?)\b(?!\s(?!(?:to|for|in|from|as|since|today|across|and)\b)\p{L})|\b(?:is|are) (?:already|now|currently) (?:applicable|binding|enforceable|banned|forbidden|prohibited|mandatory|required|obliged|illegal|unlawful)\b|\b(?:appl(?:y|ies)|applicable|binding|banned|forbidden|prohibited|mandatory|required|obliged) (?:today|already|now|at present)\b|\b(?:must|have to|has to) (?:already|now)\b|\bha(?:s|ve) applied since\b|\bappl(?:y|ies) since\b|(?:已经|已經|现已|現已|早已|已)(?:正式|全面|开始|開始)?(?:[适適]用(?![^于於了\P{L}])|禁止)|(?:目前|现在|現在)(?:已经|已經|已)?(?:必须|必須|禁止)/iu
/** What may come before a duty, or be one already, of somebody else or elsewhere. */
const isLimited =
  /\b(?:not|never|until|will|only|whether|prepar\p{L}*|start|begin|think|decide|plan)\b|[尚未将虽倘]|是否|一旦|着手|准备|规划|在\p{Script=Han}{1,6}[已现目早]/u
