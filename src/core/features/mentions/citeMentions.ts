import { styleBehindWords } from '../../citation/citationForm.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Key } from '../../corpus/key.ts'
import type { Provision } from '../../corpus/provision.ts'
import { citeAt } from '../../report/citeAt.ts'
import type { CitingOptions } from '../../report/citingFormat.ts'
import type { Report } from '../../report/report.ts'
import type { NameIndex } from '../../names/nameIndex.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import type { Span } from '../../text/span.ts'
import type { Text } from '../../text/text.ts'
import { findMentions, provisionsOf, type Mention } from './findMentions.ts'
import { placeOfCitation } from './placeOfCitation.ts'

/** A mention, one of the provisions that bear its name, and the edits that cite that one. */
export interface CitedMention {
  readonly mention: Mention
  readonly provision: Provision
  readonly edits: readonly TextEdit[]
}

/** What citing writes at one place; more than one provision where names stand in one link. */
export interface ProposedCitation {
  /** Of the first of the names that it is written for. */
  readonly mention: Span
  readonly provisions: readonly [Provision, ...Provision[]]
  readonly edit: TextEdit
}

/** Of the names in a sentence, so many are offered. */
const mostNames = 5

/** Of the provisions that bear one name, so many are offered. */
const mostBearers = 3

/**
 * What the sentences that `selection` touches name without citing it, each with the edits that cite
 * it; the names nearest to the end of the selection first. Only the block where it ends is read.
 */
export function citeMentionsAt(
  report: Report,
  corpus: Corpus,
  names: NameIndex,
  selection: Span,
  options: CitingOptions,
): readonly CitedMention[] {
  const block = report.blocks.around(selection.end)
  if (block === undefined) return []
  const distance = ({ span }: Mention): number =>
    Math.max(0, span.start - selection.end, selection.end - span.end)
  return findMentions(report, corpus, names, block)
    .filter(({ sentence }) => sentence.start <= selection.end && selection.start <= sentence.end)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, mostNames)
    .flatMap((mention) => {
      return mention.provisions.slice(0, mostBearers).flatMap((provision) => {
        const edit = citing(report, corpus, mention.span, [provision], options)
        return edit === undefined ? [] : [{ mention, provision, edits: [edit] }]
      })
    })
}

/**
 * The citations that the report lacks, in order: behind the first mention of each provision between
 * one heading and the next, unless a citation there names that provision. Names that several
 * provisions bear are left out, since only the analyst knows which is meant.
 */
export function citeAllMentions(
  report: Report,
  corpus: Corpus,
  names: NameIndex,
  options: CitingOptions,
): readonly ProposedCitation[] {
  const byPlace = new Map<number, [FirstMention, ...FirstMention[]]>()
  for (const first of firstMentions(report, corpus, names)) {
    const place = placeOfCitation(report, first.span, options.style)
    const there = byPlace.get(place)
    if (there === undefined) byPlace.set(place, [first])
    else there.push(first)
  }
  return [...byPlace.values()].flatMap(([first, ...rest]) => {
    const provisions = [first.provision, ...rest.map(({ provision }) => provision)] as const
    const edit = citing(report, corpus, first.span, provisions, options)
    return edit === undefined ? [] : [{ mention: first.span, provisions, edit }]
  })
}

interface FirstMention {
  readonly span: Span
  readonly provision: Provision
}

function firstMentions(report: Report, corpus: Corpus, names: NameIndex): readonly FirstMention[] {
  const cited = citedBySection(report, corpus)
  const first: FirstMention[] = []
  let section = 0
  let seen = new Set(cited.get(section))
  for (const block of report.blocks) {
    if (block.kind === 'heading') {
      section += 1
      seen = new Set(cited.get(section))
    }
    for (const { span, provisions } of findMentions(report, corpus, names, block)) {
      const [provision, ...others] = provisions
      if (others.length > 0 || seen.has(provision.key)) continue
      seen.add(provision.key)
      first.push({ span, provision })
    }
  }
  return first
}

/** The keys of what the report cites between one heading and the next, by the number of headings before. */
function citedBySection(report: Report, corpus: Corpus): ReadonlyMap<number, ReadonlySet<Key>> {
  const headings = [...report.blocks].filter(({ kind }) => kind === 'heading')
  const cited = new Map<number, Set<Key>>()
  let section = 0
  for (const { span, citations } of report.groups) {
    while ((headings[section]?.span.start ?? Infinity) <= span.start) section += 1
    const keys = cited.get(section) ?? new Set()
    for (const { key } of provisionsOf(report, corpus, citations)) keys.add(key)
    cited.set(section, keys)
  }
  return cited
}

/** The edit that cites `provisions` behind `name`; none where what it would write stands there already, as it can in styles without keys. */
function citing(
  report: Report,
  corpus: Corpus,
  name: Span,
  provisions: readonly Provision[],
  options: CitingOptions,
): TextEdit | undefined {
  const place = placeOfCitation(report, name, options.style)
  const style = styleBehindWords(options.style)
  const cited = citeAt(report, corpus, place, provisions, { ...options, style })
  const edit = apart(report.source, name, cited)
  const written = edit.text.trim()
  const behind = report.source.slice(edit.span.end, edit.span.end + written.length + 1).trimStart()
  return behind.startsWith(written) ? undefined : edit
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/** `edit` with a space before it where signs close behind a name in a script with spaces: `**Hub** [@key]`. */
function apart(source: Text, name: Span, edit: TextEdit): TextEdit {
  const closes = /["”’'»*_)\]]/u.test(source.charAt(edit.span.start - 1))
  const isHan = han.test(source.slice(name.start, name.end))
  if (!closes || isHan || edit.span.start <= name.end || /^[ ;]/.test(edit.text)) return edit
  return { ...edit, text: ` ${edit.text}` }
}
