import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** The top-level blocks of a short piece of Markdown, as CommonMark reads it. Slow on long pieces. */
export function parseBlocks(markdown: string): readonly RootContent[] {
  return fromMarkdown(markdown).children
}

/**
 * The words of `node` without markup: emphasis and links give their text, images their description,
 * inline code and HTML tags what stands there. Lines are joined, and runs of blanks are one space.
 */
export function plainText(node: Nodes): string {
  return joinLines(rawText(node))
}

/** The words of a heading's `source`, the text after its `#` signs and without its attributes. */
export function headingText(source: string): string {
  const line = source.replace(/[\r\n]+[ \t]*/g, '\n')
  if (!/[\\`*_[\]<&!#]/.test(line)) return joinLines(line)
  const [heading] = parseBlocks(`# ${line.replaceAll('\n', ' ')}`)
  return heading === undefined ? '' : plainText(heading)
}

/**
 * `text` on one line. Where a line ends, a space stands, but none between Han characters, nor beside
 * the punctuation of Chinese, which is written without.
 */
function joinLines(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .reduce((joined, line) => joined + gapBetween(joined, line) + line, '')
}

function gapBetween(before: string, after: string): string {
  if (before === '' || after === '') return ''
  const end = before.slice(-2)
  if (endsInMark.test(end) || beginsWithMark.test(after)) return ''
  return endsInWide.test(end) && beginsWithWide.test(after) ? '' : ' '
}

const endsInWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
const beginsWithWide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const endsInMark = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF3D\uFF5B-\uFF65]$/
const beginsWithMark = /^[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF3D\uFF5B-\uFF65]/

function rawText(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? node.children.map(rawText).join('') : ''
}
