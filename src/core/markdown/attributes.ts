const name = '\\p{L}[\\p{L}\\p{N}_:.-]*'
const value = '"(?:\\\\.|[^"\\\\])*"|\'(?:\\\\.|[^\'\\\\])*\'|(?!["\'])[^\\s{}]*'
const attribute = `(?:#[\\p{L}\\p{N}_:.-]+|\\.${name}|--?|${name}=(?:${value}))`
const attributes = new RegExp(`\\{(?:=[\\w-]+|\\s*(?:${attribute}(?:\\s+|(?=\\})))*)\\}`, 'uy')

/**
 * The offset behind the attributes `{#id .class name=value}` or `{=format}` that stand right behind the
 * code, the brackets or the link that ends at `start` (manual, "Extension: inline_code_attributes",
 * "bracketed_spans", "link_attributes"); `start` itself where none do. Only what is quoted holds another
 * brace, so that many beginnings cost their length.
 */
export function attributesEnd(text: string, start: number): number {
  if (!text.startsWith('{', start)) return start
  const reader = new RegExp(attributes)
  reader.lastIndex = start
  return start + (reader.exec(text)?.[0].length ?? 0)
}
