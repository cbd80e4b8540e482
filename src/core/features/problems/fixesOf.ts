import { distance } from 'fastest-levenshtein'
import { bracketsBehind } from '../../pandoc/bracketsBehind.ts'
import { openBracketBefore } from '../../pandoc/citationContext.ts'
import { nearestKeys, readKey } from '../../citation/keyMeaning.ts'
import { citationContextAt } from '../../pandoc/citationContext.ts'
import type { Mark } from '../../pandoc/fullWidthMarks.ts'
import type { Citation } from '../../pandoc/syntax.ts'
import { placesIn } from '../../citation/meaning.ts'
import type { PageMismatch } from '../../citation/pages.ts'
import { instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import { pathOf } from '../../corpus/key.ts'
import type { Pages, Provision } from '../../corpus/provision.ts'
import { pageNumbers, placeBehindKey, type CitingFormat } from '../../citation/citationForm.ts'
import {
  inBrackets,
  inGroup,
  markedKey,
  openingGroup,
  type CitationText,
} from '../../citation/citationText.ts'
import { citeBeside, citeByOtherKey, citeInstead, endOfKey } from '../../report/amendCitation.ts'
import { citingFormat, type CitingOptions } from '../../report/citingFormat.ts'
import { groupOfNote } from '../../report/quoted/citedInNote.ts'
import { citationAt, groupAt, meaningsIn, proseAround, type Report } from '../../report/report.ts'
import { withoutComment } from '../../pandoc/withoutComment.ts'
import { search } from '../../search/search.ts'
import type { SearchIndex } from '../../search/searchIndex.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { sliceSpan, type Span } from '../../text/span.ts'
import { escapeMarkdown } from '../../text/escapeMarkdown.ts'
import { problemCodes, type Problem } from './problem.ts'
import { likelyPlaces } from './mending/likelyPlaces.ts'
import { rightCount } from './mending/rightCount.ts'
import { rightLead } from './mending/rightLead.ts'
import type {
  AlteredWording,
  ChangedWords,
  MisplacedQuotation,
  OtherWording,
} from './quoted/quotations.ts'
import type { UnsupportedClaim } from './unsupportedClaims.ts'
import { runStart } from '../../text/characters.ts'

/** A way to mend a problem: what to say is the adapter's, what to change is here. */
export type Fix =
  | {
      /** `cutPlace`: only what the words before a wrong one name. */
      readonly kind: 'replaceKey' | 'replacePlace' | 'cutPlace'
      readonly provision: Provision
      readonly edits: readonly TextEdit[]
    }
  | {
      /** `claim`: cite who said it; `both`: beside what is cited; `provision`: cite what is said instead. */
      readonly kind: 'citeClaim' | 'citeBoth' | 'citeProvision' | 'citeWords'
      readonly provision: Provision
      readonly edits: readonly TextEdit[]
    }
  | { readonly kind: 'insertBrackets' | 'moveOut'; readonly edits: readonly TextEdit[] }
  | {
      readonly kind: 'repeatKey'
      readonly key: string
      readonly edits: readonly TextEdit[]
    }
  | { readonly kind: 'insertSpace'; readonly edits: readonly TextEdit[] }
  | {
      /** All full-width marks of a group at once: `found` and `wanted` have each mark once, in order. */
      readonly kind: 'replacePunctuation'
      readonly found: string
      readonly wanted: string
      readonly edits: readonly TextEdit[]
    }
  | {
      /** `restoreWording`: the issuer's words; `markOmission`: `[…]` where words were left out. */
      readonly kind: 'restoreWording' | 'markOmission'
      readonly original: string
      readonly edits: readonly TextEdit[]
    }
  | {
      /** All words that differ from the version that is meant, at once. */
      readonly kind: 'quoteMeant'
      readonly day: string
      readonly edits: readonly TextEdit[]
    }
  | { readonly kind: 'correctPage'; readonly pages: Pages; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'correctDate'; readonly date: string; readonly edits: readonly TextEdit[] }
  | {
      /** The number or the agency that the instrument has, in place of another. */
      readonly kind: 'correctStatement'
      readonly text: string
      readonly edits: readonly TextEdit[]
    }
  | {
      /** A comment that ignores the problem where it stands, or that is of no use. */
      readonly kind: 'ignoreHere' | 'takeComment'
      readonly edits: readonly TextEdit[]
    }
  | {
      /** Of such a comment: `ignoreInFile` writes one that ignores all of `code` in the report. */
      readonly kind: 'ignoreInFile' | 'takeCode' | 'correctCode'
      readonly code: string
      readonly edits: readonly TextEdit[]
    }

/** So many keys are proposed for an unknown one. */
const mostProposals = 5

/**
 * The fixes of `problem`, the likeliest first. What cites something else is written as `options` say,
 * but stays a citation of Pandoc's; what was only misspelt or glued keeps its form.
 */
export function fixesOf(
  problem: Problem,
  report: Report,
  corpus: Corpus,
  index: SearchIndex,
  options: CitingOptions,
): readonly Fix[] {
  const format = citingFormat(report, corpus, options)
  switch (problem.code) {
    case 'citation.unknown-key':
    case 'citation.malformed-key':
      return proposals(problem.key, corpus, index).map((provision) =>
        citeMeant(report, problem.span, provision, format),
      )
    case 'citation.unknown-locator':
      return likelyPlaces(report, problem.span, format).map(({ provision, edit, isCut }) => ({
        kind: isCut ? 'cutPlace' : 'replacePlace',
        provision,
        edits: [edit],
      }))
    case 'statement.other-lead':
      return correctStatement(rightLead(problem, report, corpus, format.language))
    case 'statement.other-count':
      return correctStatement(rightCount(problem, report, format.language))
    case 'citation.no-longer-in-force':
    case 'citation.deleted':
    case 'citation.not-yet-applicable':
    case 'citation.amended':
    case 'bibliography.incomplete':
    case 'bibliography.outdated':
    case 'bibliography.filter-advised':
    case 'statement.other-strength':
    case 'quotation.not-found':
    case 'quotation.whose-words':
      return []
    case 'report.malformed-day':
    case 'statement.other-date':
      return problem.corrected.map((date) => correctDate(problem.span, date))
    case 'quotation.altered':
      return restore(problem, report)
    case 'quotation.stitched':
    case 'quotation.sense-changed':
      return putBack(problem, report)
    case 'quotation.superseded-wording':
    case 'quotation.later-wording':
      return quoteMeant(problem, report)
    case 'quotation.elsewhere':
      return citeWhereItStands(problem, report, format)
    case 'claim.not-in-instrument':
      return creditRightly(problem, report, format)
    case 'citation.former-key':
      return [nameAnew(problem, report, format)]
    case 'citation.other-case':
      return [respell(problem.span, problem.provision)]
    case 'citation.swallowed-text':
      return separate(report, problem.citation, problem.provision, corpus)
    case 'citation.glued':
      return bracket(report, problem.citation)
    case 'citation.not-read':
      return readAgain(report, problem)
    case 'citation.part-without-key':
      return citeAgain(report, problem)
    case 'citation.text-in-locator':
      return moveOut(report, problem)
    case 'citation.full-width':
      return [replaceMarks(report, problem.mark)]
    case 'ignore.unused':
      return [takeOut(report, problem)]
    case 'ignore.unknown-code':
      return nameNearest(problem)
    case 'citation.page-outside-document':
    case 'citation.page-not-of-measure':
      return correctPage(problem.mismatch)
  }
}

/** Of the `fixes` of one problem the one to make unasked: the only one, for which of several is meant its author must say. */
export function preferredFix(fixes: readonly Fix[]): Fix | undefined {
  return fixes.length === 1 ? fixes[0] : undefined
}

/** The key that is meant, in place of one at `span` that names nothing. */
function citeMeant(report: Report, span: Span, provision: Provision, format: CitingFormat): Fix {
  const citation = citationAt(report, span.start)
  return citation === undefined || citation.keySpan.end < span.end
    ? respell(span, provision)
    : {
        kind: 'replaceKey',
        provision,
        edits: [citeByOtherKey(report, citation, provision, format)],
      }
}

function respell(span: Span, provision: Provision): Fix {
  return { kind: 'replaceKey', provision, edits: [{ span, text: provision.key }] }
}

/** The key or the place that it has today. */
function nameAnew(
  { by, span, provision, citation }: Extract<Problem, { readonly code: 'citation.former-key' }>,
  report: Report,
  format: CitingFormat,
): Fix {
  if (by === 'key') return respell(span, provision)
  const edit =
    placeAnew(report, span, citation, provision, format) ??
    citeInstead(report, citation, provision, format)
  return { kind: 'replacePlace', provision, edits: [edit] }
}

/** Its place in words in place of those at `span`, where what is cited then is the same. */
function placeAnew(
  report: Report,
  span: Span,
  { key, keySpan }: Citation,
  provision: Provision,
  format: CitingFormat,
): TextEdit | undefined {
  const instrument = instrumentOf(format.corpus, provision.key)
  const named = format.corpus.byKey.get(key)
  if (instrument === undefined || named === undefined || provision.level === 'instrument')
    return undefined
  const text = placeBehindKey(provision, instrument, { ...format, withPage: false })
  const before = report.source.slice(keySpan.end, span.start)
  const places = placesIn(named, before + text, format.corpus)
  return places.at(-1)?.provision === provision ? { span, text } : undefined
}

/** Of provisions that say something else instead, so many are proposed. */
const mostInstead = 3

/** Cites who said it, both, or what the instrument does say: in place of or beside the citation that credits it. */
function creditRightly(
  { citation, claim }: UnsupportedClaim,
  report: Report,
  format: CitingFormat,
): readonly Fix[] {
  const cited = meaningsIn(report, format.corpus, [citation]).flatMap(({ places }) =>
    places.map(({ provision }) => provision),
  )
  const instead = (claim.claim?.about ?? [])
    .flatMap((key) => format.corpus.byKey.get(key) ?? [])
    .filter((one) => one.level !== 'instrument' && !cited.includes(one))
    .slice(0, mostInstead)
  return [
    { kind: 'citeClaim', provision: claim, edits: [citeInstead(report, citation, claim, format)] },
    { kind: 'citeBoth', provision: claim, edits: [citeBeside(report, citation, [claim], format)] },
    ...instead.map((provision) => ({
      kind: 'citeProvision' as const,
      provision,
      edits: [citeInstead(report, citation, provision, format)],
    })),
  ]
}

/** The issuer's words in place of those that differ; where words were left out, also a sign of that. */
function restore(altered: AlteredWording, report: Report): readonly Fix[] {
  const { span, written, original } = altered
  // Its characters would stand among those of the other script.
  if (altered.isInOtherScript === true) return []
  const edits = [restoredWords(altered, report)]
  const restored: Fix = { kind: 'restoreWording', original, edits }
  if (written !== '') return [restored]
  const text = apart('[…]', original, span, report)
  return [restored, { kind: 'markOmission', original, edits: [{ span, text }] }]
}

/** So many UTF-16 units are put back at once: what is longer was left out for its length. */
const mostPutBack = 600

/** The issuer's words in place of the sign or the brackets, where they are of one provision and not too many. */
function putBack(altered: AlteredWording, report: Report): readonly Fix[] {
  const { original, gap, between } = altered
  if (between !== undefined || original.length > mostPutBack) return []
  const isPlain =
    gap && /^[\s.,;:…⋯()[\]。，；：、（）［］-]*$/u.test(sliceSpan(report.source, gap.span))
  const edit = isPlain
    ? { span: gap.span, text: onOneLine(gap.original.replace(/\S.*\S|\S/su, escapeMarkdown)) }
    : tidied(restoredWords({ ...altered, original: onOneLine(original) }, report), report)
  return [{ kind: 'restoreWording', original, edits: [edit] }]
}

function onOneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ')
}

function restoredWords({ span, written, original }: ChangedWords, report: Report): TextEdit {
  const words = escapeMarkdown(original)
  return { span, text: written === '' ? apart(words, original, span, report) : words }
}

/** `text` for words that were left out at `span`, parted by a blank from the word before or behind, as `original` needs it. */
function apart(text: string, original: string, { start }: Span, { source }: Report): string {
  if (/^\p{Script=Han}/u.test(original)) return text
  return /[\s“"‘「]$/u.test(source.slice(Math.max(0, start - 1), start)) ? `${text} ` : ` ${text}`
}

/** The words of the version that the report means, where it is clear which these are. */
function quoteMeant({ changes, meantDay }: OtherWording, report: Report): readonly Fix[] {
  if (changes.length === 0) return []
  const edits = changes.map((change) => restoredWords(change, report))
  return [{ kind: 'quoteMeant', day: meantDay, edits: edits.map((one) => tidied(one, report)) }]
}

/** What is taken out behind a blank, before another or what ends words, takes that along. */
function tidied({ span, text }: TextEdit, { source }: Report): TextEdit {
  const { start, end } = span
  const isBehind = source.slice(Math.max(0, start - 1), start) === ' '
  const isBefore = /^[\s.,;:!?”"’」]/u.test(source.slice(end, end + 1))
  return text === '' && isBehind && isBefore
    ? { span: { start: start - 1, end }, text }
    : { span, text }
}

/** The citation of the provision whose words they are, with its page where that one had one. */
function citeWhereItStands(
  { provision, citation, inNote }: MisplacedQuotation,
  report: Report,
  format: CitingFormat,
): readonly Fix[] {
  const here = citation ?? (inNote && groupOfNote(report, inNote.note)?.citations[inNote.at])
  if (here === undefined) return []
  const edits = [citeInstead(report, here, provision, format)]
  return [{ kind: 'citeWords', provision, edits }]
}

/** Did you mean: the keys nearest by edit distance, then the provisions that the words of the key name. */
function proposals(key: string, corpus: Corpus, index: SearchIndex): readonly Provision[] {
  const near = nearestKeys(key, corpus, mostProposals)
  const words = (pathOf(key) ?? key).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  const named = search(index, { text: words, limit: mostProposals }).map((match) => match.provision)
  const nearest = /\p{L}{4}/u.test(words) ? [...named, ...near] : [...near, ...named]
  return [...new Set(nearest)].slice(0, mostProposals)
}

/** A key that took text into itself: the key in brackets, or a space behind it; within brackets only the space. */
function separate(
  report: Report,
  citation: Citation,
  { key }: Provision,
  corpus: Corpus,
): readonly Fix[] {
  const meant = readKey(citation.key, corpus)
  const written = meant.kind === 'swallowed' ? meant.keySpanLength : key.length
  const { markerSpan, keySpan, form } = citation
  const behind = report.source.slice(keySpan.start + written, keySpan.end)
  const span = { start: markerSpan.start, end: endOfKey(citation) }
  const own = ownKey(citation, key)
  const before = form === 'glued' ? ' ' : ''
  const space: Fix = {
    kind: 'insertSpace',
    edits: [{ span, text: `${before}${markedKey(own)} ${behind}` }],
  }
  if (isInBrackets(report, citation)) return [space]
  return [{ kind: 'insertBrackets', edits: [{ span, text: inBrackets([own]) + behind }] }, space]
}

/** A citation that Pandoc does not see: in brackets with those behind it, or a space before it; within brackets only the space. */
function bracket(report: Report, citation: Citation): readonly Fix[] {
  const { start } = citation.markerSpan
  const end = endOfKey(citation)
  const space: Fix = { kind: 'insertSpace', edits: [{ span: { start, end: start }, text: ' ' }] }
  if (isInBrackets(report, citation)) return [space]
  const prose = proseAround(report, start)
  const behind = prose && bracketsBehind(prose.mask, prose.start, end)
  const own = ownKey(citation, citation.key)
  const edit: TextEdit =
    behind === undefined
      ? { span: { start, end }, text: inBrackets([own]) }
      : { span: { start, end: behind.opening.end }, text: openingGroup(own, behind.joint) }
  return [{ kind: 'insertBrackets', edits: [edit] }, space]
}

/** The key in brackets, or a space before it, where that makes a citation of it. */
function readAgain(
  report: Report,
  { span, key, reason }: Extract<Problem, { readonly code: 'citation.not-read' }>,
): readonly Fix[] {
  if (reason === 'tex') return []
  const brackets: Fix = {
    kind: 'insertBrackets',
    edits: [{ span, text: inBrackets([{ key }]) }],
  }
  if (reason === 'example') return [brackets]
  const { start } = span
  const space: Fix = { kind: 'insertSpace', edits: [{ span: { start, end: start }, text: ' ' }] }
  return isWithinBrackets(report, start) ? [space] : [brackets, space]
}

/** The key before the part once more, in the part. */
function citeAgain(
  report: Report,
  { span, citation }: Extract<Problem, { readonly code: 'citation.part-without-key' }>,
): readonly Fix[] {
  const { start, end } = span
  const isBefore = citation.keySpan.start < start
  if (!isBefore || report.source.slice(start, end) === ';') return []
  const text = inGroup({ ...ownKey(citation, citation.key), locator: '' })
  return [{ kind: 'repeatKey', key: citation.key, edits: [{ span: { start, end: start }, text }] }]
}

/** The clause, with what parts it from the place, behind the brackets; these go where nothing else is in them. */
function moveOut(
  report: Report,
  { span, citation }: Extract<Problem, { readonly code: 'citation.text-in-locator' }>,
): readonly Fix[] {
  const { source } = report
  const group = groupAt(report, span.start)
  const { suffixSpan } = citation
  if (group === undefined || suffixSpan === undefined) return []
  const close = group.span.end
  if (source.slice(close - 1, close) !== ']') return []
  const suffix = report.suffixOf(citation)
  const before = suffix.text.slice(0, span.start - suffix.start)
  const start = span.start - before.length + runStart(before, /[\s,，.。]/u)
  const isAlone =
    citation.form === 'narrative' && start === suffixSpan.start && close === suffixSpan.end + 1
  const behind = textBehind(
    sliceSpan(source, { start, end: span.end }),
    source.slice(close, close + 1),
  )
  const edits: readonly TextEdit[] = isAlone
    ? [{ span: { start: endOfKey(citation), end: close }, text: behind }]
    : [
        { span: { start, end: suffixSpan.end }, text: '' },
        { span: { start: close, end: close }, text: behind },
      ]
  return [{ kind: 'moveOut', edits }]
}

/** `clause` as it stands between a bracket and `next`: with blanks where words need them, and one full stop. */
function textBehind(clause: string, next: string): string {
  const gap = /^[\p{Script=Latin}\p{N}]/u.test(clause) ? ' ' : ''
  const isEnded = /[.!?。！？]$/u.test(clause) && /[.!?。！？]/u.test(next)
  const isGlued = /^[\p{Script=Latin}\p{N}[(@]/u.test(next)
  return `${gap}${isEnded ? clause.slice(0, -1) : clause}${isGlued ? ' ' : ''}`
}

/** `key` with the hyphen of `citation`, without braces. */
function ownKey({ suppressAuthor }: Citation, key: string): CitationText {
  return { key, suppressAuthor }
}

/** Whether `citation` stands in brackets that can be those of a group, so that others in them would be too many. */
function isInBrackets(report: Report, { form, keySpan }: Citation): boolean {
  if (form === 'bracketed') return true
  const prose = proseAround(report, keySpan.start)
  const isKey = (): boolean => false
  return (
    prose !== undefined &&
    citationContextAt(prose.mask, prose.start, keySpan.start, isKey)?.bracket !== undefined
  )
}

/** Whether a bracket is open at `offset`. */
function isWithinBrackets(report: Report, offset: number): boolean {
  const prose = proseAround(report, offset)
  return prose !== undefined && openBracketBefore(prose.mask, offset - prose.start) !== undefined
}

/** ASCII for all full-width marks of the group that has `mark`: one fix, and one step to undo. */
function replaceMarks(report: Report, mark: Mark): Fix {
  const { start } = mark.span
  const group = report
    .groupsAround(start)
    .find(({ marks }) => marks.some(({ span }) => span.start === start))
  const marks = group?.marks ?? [mark]
  const found = marks.map(({ span }) => sliceSpan(report.source, span))
  return {
    kind: 'replacePunctuation',
    found: [...new Set(found)].join(''),
    wanted: [...new Set(marks.map(({ replacement }) => replacement.trim()))].join(''),
    edits: marks.map(({ span, replacement }) => ({ span, text: replacement })),
  }
}

/** The comment, or the one of its codes, that ignores nothing. */
function takeOut(
  { source }: Report,
  { span, written, removed }: Extract<Problem, { readonly code: 'ignore.unused' }>,
): Fix {
  if (written !== undefined)
    return { kind: 'takeCode', code: written, edits: [{ span: removed, text: '' }] }
  const edit = withoutComment(source.toString(), span)
  const isBetween =
    sliceSpan(source, { start: span.start - 1, end: span.end + 1 }) ===
    ` ${sliceSpan(source, span)} `
  const start = edit.span.start - Number(isBetween)
  return { kind: 'takeComment', edits: [{ ...edit, span: { ...edit.span, start } }] }
}

/** So much of what is no code is compared with those that there are. */
const longestCode = 100

/** The code or the group of codes that is nearest to what is written, with its group or without; none where half of it is otherwise. */
function nameNearest({
  span,
  written,
}: Extract<Problem, { readonly code: 'ignore.unknown-code' }>): readonly Fix[] {
  const wanted = written.slice(0, longestCode)
  const apart = (known: string): number =>
    Math.min(distance(wanted, known), distance(wanted, known.slice(known.lastIndexOf('.') + 1)))
  const groups = problemCodes.map((code) => code.replace(/\..*/u, '.*'))
  const all: readonly string[] = [...problemCodes, ...groups]
  const code = all.reduce((best, one) => (apart(one) < apart(best) ? one : best))
  if (apart(code) * 2 > wanted.length) return []
  return [{ kind: 'correctCode', code, edits: [{ span, text: code }] }]
}

function correctDate(span: Span, date: string): Fix {
  return { kind: 'correctDate', date, edits: [{ span, text: date }] }
}

function correctStatement(edit: TextEdit | undefined): readonly Fix[] {
  return edit === undefined ? [] : [{ kind: 'correctStatement', text: edit.text, edits: [edit] }]
}

function correctPage(mismatch: PageMismatch): readonly Fix[] {
  const { pages, span } = mismatch
  if (pages === undefined) return []
  return [{ kind: 'correctPage', pages, edits: [{ span, text: pageNumbers(pages) }] }]
}
