/** A report as Pandoc read it: its own JSON. Of whatever else Pandoc writes nothing is assumed. */
export interface ReportTree {
  readonly version: unknown
  readonly meta: Readonly<Record<string, unknown>>
  readonly blocks: unknown
}

/** The files that the metadata of a report names, as Pandoc reads their names. */
export interface NamedFiles {
  readonly style?: string
  readonly bibliography: readonly string[]
}

/** The tree that Pandoc wrote as `json`; `undefined` where that is none. */
export function readTree(json: string): ReportTree | undefined {
  const tree = parsed(json)
  const meta = property(tree, 'meta')
  if (typeof meta !== 'object' || meta === null) return undefined
  return {
    version: property(tree, 'pandoc-api-version'),
    meta: Object.fromEntries(Object.entries(meta)),
    blocks: property(tree, 'blocks'),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** What is under `name` in `value`, an object or anything else. */
function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** What sort of a thing `node` of Pandoc's tree is: `Str`. */
function kindOf(node: unknown): unknown {
  return property(node, 't')
}

function contentOf(node: unknown): unknown {
  return property(node, 'c')
}

/** The files that `tree` names, whichever of its metadata blocks does. */
export function namedFiles({ meta }: ReportTree): NamedFiles {
  const style = meta['csl'] ?? meta['citation-style']
  const bibliography = meta['bibliography']
  const files =
    kindOf(bibliography) === 'MetaList' ? listOf(contentOf(bibliography)) : [bibliography]
  return {
    ...(style === undefined ? {} : { style: valueText(style) }),
    bibliography: files.filter(isText).map(valueText),
  }
}

function isText(value: unknown): boolean {
  return ['MetaInlines', 'MetaString', 'MetaBlocks'].some((kind) => kind === kindOf(value))
}

/** A value of the metadata as text; a list is one text, as Pandoc has it. */
function valueText(value: unknown): string {
  const content = contentOf(value)
  if (kindOf(value) === 'MetaList') return listOf(content).map(valueText).join(' ')
  return typeof content === 'string' ? content : textOf(content).trim()
}

/** Whether the metadata of `tree` holds items itself. */
export function holdsItems({ meta }: ReportTree): boolean {
  return meta['references'] !== undefined
}

/** Whether `tree` cites anything, or names keys under `nocite:`. */
export function citesAnything({ meta, blocks }: ReportTree): boolean {
  return citationsIn([Object.values(meta), blocks]).length > 0
}

/** The metadata on which a list of references depends, and by which no file can be named. */
const handedOn = ['lang', 'nocite', 'references'] as const

/**
 * A report that cites the same in the same order as `tree`, and nothing more: by it Pandoc prints the same
 * list. Whatever else the metadata says can still cite, but is under no name that Pandoc knows.
 */
export function citedOnly({ version, meta, blocks }: ReportTree): string {
  const kept = Object.entries(meta).filter(([name]) => isHandedOn(name))
  const others = Object.entries(meta).filter(([name]) => !isHandedOn(name))
  const elsewhere = { t: 'MetaMap', c: Object.fromEntries(others) }
  return JSON.stringify({
    'pandoc-api-version': version,
    meta: { ...Object.fromEntries(kept), 'policy-report': elsewhere },
    blocks: citationsIn(blocks).map((citation) => ({ t: 'Para', c: [citation] })),
  })
}

function isHandedOn(name: string): boolean {
  return handedOn.some((known) => known === name)
}

/** All citations in `node`, in order; those within another are a part of it. */
function citationsIn(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap(citationsIn)
  if (typeof node !== 'object' || node === null) return []
  return kindOf(node) === 'Cite' ? [node] : Object.values(node).flatMap(citationsIn)
}

/** The entries of the list of references in `tree`, each as plain text on one line. */
export function listedEntries({ blocks }: ReportTree): readonly string[] {
  return divisionsIn(blocks).flatMap((division) => {
    const text = textOf(property(contentOf(division), '1')).trim()
    return classesOf(division).includes('csl-entry') && text !== '' ? [text] : []
  })
}

/** All divisions in `node`, those within others too. */
function divisionsIn(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap(divisionsIn)
  if (kindOf(node) !== 'Div') return []
  return [node, ...divisionsIn(property(contentOf(node), '1'))]
}

function classesOf(division: unknown): readonly unknown[] {
  return listOf(property(property(contentOf(division), '0'), '1'))
}

/** The text of `node`, without its markup. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (typeof node !== 'object' || node === null) return ''
  const content = contentOf(node)
  switch (kindOf(node)) {
    case 'Str':
      return typeof content === 'string' ? content : ''
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' '
    case 'Code':
    case 'Math':
      return stringIn(property(content, '1'))
    case 'Quoted':
      return quoted(kindOf(property(content, '0')), textOf(property(content, '1')))
    case 'Para':
    case 'Plain':
    case 'Div':
      return `${textOf(content)} `
    case 'Note':
    case 'RawInline':
    case 'RawBlock':
    case 'Image':
      return ''
    default:
      return textOf(content)
  }
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function quoted(kind: unknown, text: string): string {
  return kind === 'SingleQuote' ? `‘${text}’` : `“${text}”`
}
