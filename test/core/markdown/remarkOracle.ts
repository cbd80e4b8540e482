import { parse, postprocess, preprocess } from 'micromark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import {
  bareValueHasNoValue,
  citationIsNoLabel,
  codeFromAnyBacktick,
  footnoteNeedsIndent,
  moneyIsNoMaths,
  unclosedDeclaration,
  verbatimElement,
  type Construct,
} from './oracleConstructs.ts'

type Extension = NonNullable<NonNullable<Parameters<typeof parse>[0]>['extensions']>[number]
type Parser = ReturnType<typeof parse>
type Event = ReturnType<typeof postprocess>[number]

/**
 * Where the scanner is meant to differ from remark-parse with front matter and maths, beyond what
 * counts as prose within its HTML. Each has its reason and an example in proseEqualsRemark.test.ts.
 */
export type Deviation =
  | 'footnotes'
  | 'money'
  | 'citation labels'
  | 'unclosed front matter'
  | 'dots behind front matter'
  | 'rules around text'
  | 'odd brackets'
  | 'bare values'
  | 'shorter backticks'
  | 'unclosed fences'

/** All of them: what the scanner is held to on generated reports. */
export const allDeviations: ReadonlySet<Deviation> = new Set([
  'footnotes',
  'money',
  'citation labels',
  'unclosed front matter',
  'dots behind front matter',
  'rules around text',
  'odd brackets',
  'bare values',
  'shorter backticks',
  'unclosed fences',
])

/** The tokens whose text, if it is text at all, is prose; all others are syntax. */
const proseTokens: ReadonlySet<string> = new Set([
  'data',
  'characterEscapeValue',
  'characterReference',
])

/** The tokens within which nothing is prose, whatever it is made of. */
const closedTokens: ReadonlySet<string> = new Set([
  'autolink',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'htmlFlow',
  'htmlText',
  'mathText',
  'reference',
  'resource',
  'yaml',
])

const mathsExtensions = extensionsOf(unified().use(remarkParse).use(remarkMath))
const frontMatterExtensions = extensionsOf(unified().use(remarkFrontmatter, ['yaml']))
const dottedExtensions = extensionsOf(
  unified().use(remarkFrontmatter, { type: 'yaml', fence: { open: '---', close: '...' } }),
)
const footnoteExtension = onlyFootnotes(extensionsOf(unified().use(remarkGfm)))

function extensionsOf(processor: { freeze(): { data(): object } }): readonly Extension[] {
  const data: { readonly micromarkExtensions?: Extension[] } = processor.freeze().data()
  return data.micromarkExtensions ?? []
}

/** Of GitHub's extensions the one for footnotes; by name, since the package offers only all of them. */
function onlyFootnotes(extensions: readonly Extension[]): Extension {
  const { constructs } = parse({ extensions: [...extensions] })
  const named = (code: number, field: 'document' | 'text'): Construct[] =>
    [constructs[field][code] ?? []].flat().filter(({ name }) => name?.includes('ootnote'))
  return {
    document: { 91: named(91, 'document').map(footnoteNeedsIndent) },
    text: { 91: named(91, 'text'), 93: named(93, 'text') },
  }
}

/**
 * For each offset of `source` whether it is prose: what remark-parse makes text of, in links and
 * images too, and what its inline rules make text of between the tags of an HTML block.
 */
export function remarkProse(source: string, deviations: ReadonlySet<Deviation>): Uint8Array {
  if (!deviations.has('unclosed fences')) return proseByRemark(source, deviations)
  const { text, inserted } = withBrokenFences(source, deviations)
  return proseByRemark(text, deviations).filter((_, at) => !inserted.has(at))
}

/** `source` with an `x` before each fence that nothing closes, and where these stand. */
function withBrokenFences(
  source: string,
  deviations: ReadonlySet<Deviation>,
): { readonly text: string; readonly inserted: ReadonlySet<number> } {
  let text = source
  const inserted = new Set<number>()
  for (;;) {
    const at = openFenceIn(text, deviations)
    if (at === undefined) return { text, inserted }
    text = `${text.slice(0, at)}x${text.slice(at)}`
    inserted.add(at)
  }
}

/** Where the first fence begins that nothing closes. */
function openFenceIn(source: string, deviations: ReadonlySet<Deviation>): number | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const parser = createParser(deviations, false, frontMatterOf(source, deviations))
  const fences: number[] = []
  for (const [step, token] of postprocess(
    parser.document().write(preprocess()(source, undefined, true)),
  )) {
    if (token.type === 'codeFenced' && step === 'enter') fences.length = 0
    if (token.type === 'codeFencedFenceSequence' && step === 'enter')
      fences.push(token.start.offset)
    if (token.type === 'codeFenced' && step === 'exit' && fences.length === 1)
      return start + (fences[0] ?? 0)
  }
  return undefined
}

function proseByRemark(source: string, deviations: ReadonlySet<Deviation>): Uint8Array {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const prose = new Uint8Array(source.length)
  const parser = createParser(deviations, false, frontMatterOf(source, deviations))
  const even = deviations.has('odd brackets') ? withEvenBrackets(source) : source
  const text = deviations.has('bare values') ? withoutBareSlashes(even) : even
  const events = postprocess(parser.document().write(preprocess()(text, undefined, true)))
  const htmlParser = createParser(deviations, true, [])
  Object.assign(htmlParser, { defined: parser.defined, gfmFootnotes: footnotesOf(parser) })
  markProse(events, prose, start)
  for (const html of htmlBlocks(events, source, start)) {
    markProse(htmlParser.text().write(preprocess()(html.text, undefined, true)), prose, html.offset)
  }
  return prose
}

function footnotesOf(parser: Parser): unknown {
  return 'gfmFootnotes' in parser ? parser.gfmFootnotes : []
}

/** `source` with `x]]>` for the `]]]>` at the end of a CDATA section. */
function withEvenBrackets(source: string): string {
  return source.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, (section) =>
    section.replace(/\]{3}>$/, 'x]]>'),
  )
}

const attribute = /(\s+[a-z_:][\w.:-]*)(?:(\s*=\s*)([^\s"'=<>`]+|'[^']*'|"[^"]*"))?/gi

/** `source` with `x` for the slashes of attribute values that are not quoted. */
function withoutBareSlashes(source: string): string {
  return source.replace(/<[a-z][a-z\d-]*\s[^<]*/gi, (tag) =>
    tag.replace(
      attribute,
      (whole, name: string, sign: string | undefined, value: string | undefined) => {
        const isBare = sign !== undefined && value !== undefined && !/^["']/.test(value)
        return isBare ? name + sign + value.replaceAll('/', 'x') : whole
      },
    ),
  )
}

/** What reads the front matter of `source`, up to the first line that closes it. */
function frontMatterOf(source: string, deviations: ReadonlySet<Deviation>): readonly Extension[] {
  const [first = '', ...others] = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!/^---[\t ]*$/.test(first)) return frontMatterExtensions
  const isRule = deviations.has('rules around text') && /^[\t ]*$/.test(others[0] ?? '')
  if (isRule) return []
  const closing = deviations.has('dots behind front matter')
    ? /^(?:---|\.\.\.)[\t ]*$/
    : /^---[\t ]*$/
  const close = others.find((line) => closing.test(line))
  if (close === undefined && deviations.has('unclosed front matter')) return []
  return close?.startsWith('.') === true ? dottedExtensions : frontMatterExtensions
}

function createParser(
  deviations: ReadonlySet<Deviation>,
  isHtml: boolean,
  frontMatter: readonly Extension[],
): Parser {
  const extensions = [...mathsExtensions, ...frontMatter]
  if (deviations.has('footnotes')) extensions.push(footnoteExtension)
  const parser = parse({ extensions })
  const { flow, text, contentInitial } = parser.constructs
  // Pandoc decides what is display maths.
  delete flow[36]
  const angle = [text[60] ?? []].flat()
  text[60] = [verbatimElement(angle, isHtml), ...angle, ...(isHtml ? [unclosedDeclaration] : [])]
  if (deviations.has('shorter backticks'))
    text[96] = [text[96] ?? []].flat().map(codeFromAnyBacktick)
  if (deviations.has('money')) text[36] = [text[36] ?? []].flat().map(moneyIsNoMaths)
  if (deviations.has('bare values')) flow[60] = [flow[60] ?? []].flat().map(bareValueHasNoValue)
  if (deviations.has('citation labels')) {
    contentInitial[91] = [contentInitial[91] ?? []].flat().map(citationIsNoLabel)
  }
  return parser
}

function markProse(events: readonly Event[], prose: Uint8Array, offset: number): void {
  let closed = 0
  for (const [step, token] of events) {
    if (closedTokens.has(token.type)) closed += step === 'enter' ? 1 : -1
    const isProse = step === 'enter' && closed === 0 && proseTokens.has(token.type)
    if (isProse) prose.fill(1, offset + token.start.offset, offset + token.end.offset)
  }
}

interface HtmlBlock {
  readonly offset: number
  readonly text: string
}

/** The HTML blocks, with spaces for the markers of their containers. */
function htmlBlocks(events: readonly Event[], source: string, start: number): HtmlBlock[] {
  const blocks: { offset: number; text: string }[] = []
  let isWithin = false
  for (const [step, token] of events) {
    if (token.type === 'htmlFlow') {
      isWithin = step === 'enter'
      if (isWithin) blocks.push({ offset: start + token.start.offset, text: '' })
    }
    const block = blocks.at(-1)
    const isText = token.type === 'htmlFlowData' || token.type === 'lineEnding'
    if (!isWithin || step === 'exit' || !isText || block === undefined) continue
    const from = start + token.start.offset
    const text = token.type === 'htmlFlowData' ? source.slice(from, start + token.end.offset) : '\n'
    block.text = block.text.padEnd(from - block.offset, ' ') + text
  }
  return blocks
}
