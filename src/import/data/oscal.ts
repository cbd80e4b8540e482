import { divisionKinds } from '../../core/corpus/kinds.ts'
import type { Aside, Outline, Part, Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import { printedAs } from '../labels/printedLabel.ts'
import { readCodeOf } from './code.ts'
import { kindOfWord } from './fieldName.ts'
import { isMap, mapsIn, textIn, wordsOf, type Value, type ValueMap } from './value.ts'

/** The models of OSCAL that are no catalogues: they hold no provisions. */
export const oscalModels: readonly string[] = [
  ...['profile', 'component-definition', 'system-security-plan', 'assessment-plan'],
  ...['assessment-results', 'plan-of-action-and-milestones', 'mapping-collection'],
]

/** The catalogue that `value` is in OSCAL's JSON and YAML. */
export function catalogIn(value: Value): ValueMap | undefined {
  const catalog = isMap(value) && Object.hasOwn(value, 'catalog') ? value['catalog'] : undefined
  return isMap(catalog) && isMap(catalog['metadata']) ? catalog : undefined
}

/**
 * The outline of an OSCAL catalogue (NIST, 1.0 and later): groups are divisions, controls measures, or divisions
 * where their class says so and they hold others; the items of a statement are measures within it. What
 * explains a control (guidance, examples, how it is assessed) stands beside it, and is listed.
 */
export function readCatalog(catalog: ValueMap): Outline {
  const reading = new Reading()
  const parts = [
    ...mapsIn(catalog, 'groups').map((group) => reading.group(group)),
    ...mapsIn(catalog, 'controls').map((control) => reading.control(control)),
  ]
  if (mapsIn(catalog, 'params').length > 0) reading.leaveOut('params')
  if (catalog['back-matter'] !== undefined) reading.leaveOut('back-matter')
  return { ...aboutOf(catalog), parts, unread: reading.unread }
}

function aboutOf(catalog: ValueMap): Partial<Outline> {
  const metadata = isMap(catalog['metadata']) ? catalog['metadata'] : {}
  const title = textIn(metadata, 'title')
  const date = textIn(metadata, 'published') ?? textIn(metadata, 'last-modified')
  const issued = /^\d{4}-\d\d-\d\d/u.exec(date ?? '')?.[0]
  const issuer = issuerOf(metadata)
  return {
    ...(title !== undefined && { title: title.replaceAll(/\s+/gu, ' ') }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
  }
}

/** Who wrote it, else who made it, else who publishes it. */
function issuerOf(metadata: ValueMap): string | undefined {
  const responsible = mapsIn(metadata, 'responsible-parties')
  for (const role of ['author', 'creator', 'publisher']) {
    const found = responsible.find((one) => textIn(one, 'role-id') === role)
    const ids = found === undefined ? undefined : found['party-uuids']
    const party = mapsIn(metadata, 'parties').find(({ uuid }) =>
      Array.isArray(ids) ? ids.includes(uuid) : false,
    )
    const name = party && textIn(party, 'name')
    if (name !== undefined) return name
  }
  return undefined
}

/** Names of the parts that say what a control or a group is; all others explain it. */
const statements: ReadonlySet<string> = new Set([
  ...['statement', 'objective', 'overview', 'requirement', 'item', 'smt'],
])

class Reading {
  readonly #unread = new Map<string, number>()
  readonly #params = new Map<string, ValueMap>()

  get unread(): readonly Unread[] {
    return [...this.#unread].map(([where, count]) => ({
      where,
      what: count === 1 ? where : `${where}, and ${String(count - 1)} more`,
    }))
  }

  leaveOut(name: string): void {
    this.#unread.set(name, (this.#unread.get(name) ?? 0) + 1)
  }

  group(group: ValueMap): Part {
    this.#know(group)
    const groups = mapsIn(group, 'groups').map((one) => this.group(one))
    const controls = mapsIn(group, 'controls').map((one) => this.control(one))
    const kind = kindOfClass(group)
    const isKnown = divisionKinds.some((known) => known === kind)
    return this.#part(group, {
      level: 'division',
      ...(isKnown && kind !== undefined && { kind }),
      parts: [...groups, ...controls],
    })
  }

  control(control: ValueMap): Part {
    this.#know(control)
    const within = mapsIn(control, 'controls').map((one) => this.control(one))
    const kind = kindOfClass(control)
    const isDivision = within.length > 0 && divisionKinds.some((known) => known === kind)
    return this.#part(control, {
      level: isDivision ? 'division' : 'measure',
      ...(kind !== undefined && { kind }),
      parts: within,
    })
  }

  #know(element: ValueMap): void {
    for (const param of mapsIn(element, 'params'))
      this.#params.set(textIn(param, 'id') ?? '', param)
  }

  #part(element: ValueMap, { level, kind, parts }: Pick<Part, 'level' | 'kind' | 'parts'>): Part {
    const printed = labelOf(element)
    const statement = this.#statement(mapsIn(element, 'parts'), printed)
    const title = this.#filled(textIn(element, 'title') ?? '')
    const label = printed ?? textIn(element, 'id')
    const heading = title === '' || title === label ? undefined : title
    const id = textIn(element, 'id')
    return {
      level,
      ...(kind !== undefined && { kind }),
      ...readCodeOf(label, kind),
      ...(heading !== undefined && { heading }),
      ...printedAs(printed, heading),
      ...(id !== undefined && { id }),
      text: statement.text,
      parts: [...statement.parts, ...parts],
      ...(statement.asides.length > 0 && { asides: statement.asides }),
    }
  }

  /** What the parts of a control or group say, with their items, and what stands beside them. */
  #statement(
    parts: readonly ValueMap[],
    above = '',
  ): {
    readonly text: string
    readonly parts: readonly Part[]
    readonly asides: readonly Aside[]
  } {
    const paragraphs: string[] = []
    const items: Part[] = []
    const asides: Aside[] = []
    for (const part of parts) {
      const name = textIn(part, 'name') ?? 'part'
      if (!statements.has(name)) {
        this.leaveOut(name)
        const text = this.#filled(wordsWithin(part))
        if (text !== '') asides.push({ kind: 'text', text })
        continue
      }
      const prose = this.#filled(textIn(part, 'prose') ?? '')
      const printed = labelOf(part)
      const below = this.#statement(mapsIn(part, 'parts'), printed ?? above)
      const label = within(bareLabel(printed), above)
      if (name !== 'item' || label === undefined) {
        if (prose !== '') paragraphs.push(prose)
        if (below.text !== '') paragraphs.push(below.text)
        addAll(items, below.parts)
        addAll(asides, below.asides)
      } else items.push({ ...itemHead(part, label), ...below, text: joined(prose, below.text) })
    }
    return { text: paragraphs.join('\n\n'), parts: items, asides }
  }

  /** Words with what is to be filled in as the publications print it: `[Assignment: organization-defined frequency]`. */
  #filled(prose: string, depth = 0): string {
    const filled = prose.replaceAll(
      /\{\{ {0,3}insert: {0,3}param, {0,3}([^\s{}]{1,80}) {0,3}\}\}/gu,
      (whole, id: string) => {
        const param = this.#params.get(id)
        return param === undefined || depth > deepestChoice ? whole : this.#printed(param, depth)
      },
    )
    return depth > 0 ? filled : paragraphsOf(filled)
  }

  #printed(param: ValueMap, depth: number): string {
    const select = isMap(param['select']) ? param['select'] : undefined
    if (select === undefined) {
      const label = textIn(param, 'label') ?? 'value'
      const isWhole = /^organization-defined/iu.test(label)
      return `[Assignment: ${isWhole ? '' : 'organization-defined '}${label}]`
    }
    const choices = Array.isArray(select['choice']) ? (select['choice'] as readonly Value[]) : []
    const words = choices.map((choice) => this.#filled(wordsOf(choice), depth + 1))
    const count = textIn(select, 'how-many') === 'one-or-more' ? ' (one or more)' : ''
    return `[Selection${count}: ${words.join('; ')}]`
  }
}

/** `a` of `SR-03.01.01.a` within `03.01.01`. */
function within(label: string | undefined, above: string): string | undefined {
  const start = above === '' ? -1 : (label?.indexOf(`${above}.`) ?? -1)
  return start < 0 ? label : label?.slice(start + above.length + 1)
}

/** How often a choice may stand within a choice. */
const deepestChoice = 4

function itemHead(part: ValueMap, label: string): Omit<Part, 'text' | 'parts'> {
  const id = textIn(part, 'id')
  return {
    level: 'measure',
    kind: 'item',
    label,
    ...printedAs(labelOf(part)),
    ...(id !== undefined && { id }),
  }
}

/** Its number as printed: `AC-2(1)`; of `Account Management (03.01.01)` what stands in brackets. */
function labelOf(element: ValueMap): string | undefined {
  const labels = mapsIn(element, 'props').filter((prop) => textIn(prop, 'name') === 'label')
  const label = labels.find((prop) => textIn(prop, 'class') === undefined) ?? labels[0]
  const value = label && textIn(label, 'value')
  const [, bracketed] = /^[^()]*\s\(([^()\s]+)\)$/u.exec(value ?? '') ?? []
  return bracketed ?? value
}

function kindOfClass(element: ValueMap): Part['kind'] {
  return kindOfWord(textIn(element, 'class') ?? '')
}

function wordsWithin(part: ValueMap): string {
  const below = mapsIn(part, 'parts').map(wordsWithin)
  return [textIn(part, 'title') ?? '', textIn(part, 'prose') ?? '', ...below]
    .filter((words) => words !== '')
    .join('\n\n')
}

/** Paragraphs, each in one line, without the addresses of links that it is written with. */
function paragraphsOf(prose: string): string {
  return prose
    .split(/\n\s*\n/u)
    .map((paragraph) =>
      paragraph
        .replaceAll(/\]\([^\s()]{1,300}\)/gu, ']')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}
