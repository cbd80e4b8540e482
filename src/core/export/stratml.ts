import { pageLocator } from '../citation/citationForm.ts'
import { markedKey } from '../citation/citationText.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { pathOf, type Key } from '../corpus/key.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'

/** What is written, and what the document is called. */
export interface StratmlExport {
  readonly name: string
  readonly provisions: readonly Provision[]
  /** The instrument that this is the whole of; `undefined` for what a report cites. */
  readonly whole?: Instrument
}

/**
 * StratML Part 2 (ANSI/AIIM 22:2017; the order of elements is that of the schema of 2016-02-16). It
 * knows two levels: every division is a `Goal`, every measure an `Objective` of the nearest division
 * above it, or of its instrument where there is none; what is deeper says so by its
 * `SequenceIndicator`, the path of its key. An `Identifier` is an `xsd:ID`, which has no colon: it is
 * the key with `_` for `:`, and no key has a `_`. The key as it is cited stands in `OtherInformation`.
 * Agencies that lead a measure, or that it runs through, are stakeholders in the role of `Performer`.
 * Relations are not written: the schema has them only within indicators, which our corpus has none of.
 */
export function writeStratml({ name, provisions, whole }: StratmlExport, corpus: Corpus): string {
  const goals = goalsOf(provisions, whole, corpus)
  const isGoal = goals.some(({ owner }) => owner === whole)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<PerformancePlanOrReport xmlns="${namespace}" Type="Strategic_Plan">`,
    element(1, 'Name', name),
    ...(whole?.summary === undefined ? [] : [element(1, 'Description', whole.summary.en)]),
    '  <StrategicPlanCore>',
    ...(whole?.issuer === undefined
      ? []
      : within(2, 'Organization', [element(3, 'Name', whole.issuer.en)])),
    ...goals.flatMap((goal) => goalLines(goal, corpus)),
    '  </StrategicPlanCore>',
    ...(whole === undefined ? [] : administration(whole, isGoal)),
    '</PerformancePlanOrReport>',
  ]
  return `${lines.join('\n')}\n`
}

const namespace = 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport'

/** A division, or an instrument, with those measures that are written and stand nearest to it. */
interface Goal {
  readonly owner: Division | Instrument
  readonly measures: Measure[]
}

function goalsOf(
  provisions: readonly Provision[],
  whole: Instrument | undefined,
  corpus: Corpus,
): readonly Goal[] {
  const goals = new Map<Key, Goal>()
  const goalOf = (owner: Division | Instrument): Goal => {
    const known = goals.get(owner.key)
    if (known !== undefined) return known
    const goal: Goal = { owner, measures: [] }
    goals.set(owner.key, goal)
    return goal
  }
  for (const provision of provisions) {
    if (provision.level === 'measure') goalOf(ownerOf(provision, corpus)).measures.push(provision)
    else if (provision !== whole) goalOf(provision)
  }
  return [...goals.values()]
}

function ownerOf(measure: Measure, corpus: Corpus): Division | Instrument {
  const above = ancestorsOf(corpus, measure).findLast((one) => one.level !== 'measure')
  const owner = above ?? instrumentOf(corpus, measure.key)
  if (owner === undefined) throw new Error(`${measure.key} has no instrument.`)
  return owner
}

function goalLines({ owner, measures }: Goal, corpus: Corpus): readonly string[] {
  return within(2, 'Goal', [
    ...headLines(3, owner, ''),
    element(3, 'OtherInformation', otherInformation(owner, corpus)),
    ...measures.flatMap((measure) => objectiveLines(measure, corpus)),
  ])
}

function objectiveLines(measure: Measure, corpus: Corpus): readonly string[] {
  return within(3, 'Objective', [
    ...headLines(4, measure, undefined),
    ...measure.lead.flatMap((code) => stakeholder(code, 'Lead', true, corpus)),
    ...measure.through.flatMap((code) => stakeholder(code, 'Through', true, corpus)),
    ...measure.with.flatMap((code) => stakeholder(code, 'With', false, corpus)),
    element(4, 'OtherInformation', otherInformation(measure, corpus)),
  ])
}

/** `missing`: what stands for a summary that is not there, where the schema asks for one. */
function headLines(
  depth: number,
  { key, titles, summary }: Provision,
  missing: string | undefined,
): readonly string[] {
  const description = summary?.en ?? missing
  const path = pathOf(key)
  return [
    element(depth, 'Name', titles.en),
    ...(description === undefined ? [] : [element(depth, 'Description', description)]),
    element(depth, 'Identifier', identifierOf(key)),
    ...(path === undefined ? [] : [element(depth, 'SequenceIndicator', path)]),
  ]
}

function identifierOf(key: Key): string {
  return key.replace(':', '_')
}

function stakeholder(
  code: string,
  role: string,
  performs: boolean,
  { agencies }: Corpus,
): readonly string[] {
  const agency = agencies.get(code)
  const type = performs ? [element(6, 'RoleType', 'Performer')] : []
  return [
    '        <Stakeholder StakeholderTypeType="Organization">',
    element(5, 'Name', agency === undefined ? code : `${agency.names.en} (${code})`),
    ...within(5, 'Role', [element(6, 'Name', role), ...type]),
    '        </Stakeholder>',
  ]
}

/** How it is cited, its printed pages, and the division above it. */
function otherInformation(provision: Provision, corpus: Corpus): string {
  const cited = `Cite as ${markedKey(provision)}`
  if (provision.level === 'instrument') return cited
  const page = pageLocator(provision, 'en')
  const above = ancestorsOf(corpus, provision).findLast(({ level }) => level === 'division')
  return [
    cited,
    ...(page === undefined ? [] : [page]),
    ...(provision.level === 'division' && above !== undefined ? [`in ${above.titles.en}`] : []),
  ].join('; ')
}

/** `isGoal`: whether a goal bears the identifier already. */
function administration(whole: Instrument, isGoal: boolean): readonly string[] {
  const { key, issued, url } = whole
  const isDay = issued !== undefined && /^\d{4}-\d\d-\d\d$/u.test(issued)
  return within(1, 'AdministrativeInformation', [
    ...(isGoal ? [] : [element(2, 'Identifier', identifierOf(key))]),
    ...(isDay ? [element(2, 'PublicationDate', issued)] : []),
    ...(url === undefined ? [] : [element(2, 'Source', url)]),
  ])
}

function within(depth: number, name: string, lines: readonly string[]): readonly string[] {
  const indent = '  '.repeat(depth)
  return [`${indent}<${name}>`, ...lines, `${indent}</${name}>`]
}

function element(depth: number, name: string, text: string): string {
  return `${'  '.repeat(depth)}<${name}>${escaped(text)}</${name}>`
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Text as XML 1.0 may have it (section 2.2): characters that it forbids are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/gu, (sign) => entities.get(sign) ?? sign)
}
