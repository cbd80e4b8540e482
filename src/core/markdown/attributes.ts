const name = '\\p{L}[\\p{L}\\p{N}_:.-]*'
const value = '"[^"]*"|\'[^\']*\'|(?!["\'])[^\\s}]*'
const attribute = `(?:#[\\p{L}\\p{N}_:.-]+|\\.${name}|--?|${name}=(?:${value}))`
const attributes = new RegExp(`^\\{(?:=[\\w-]+|\\s*(?:${attribute}(?:\\s+|(?=\\})))*)\\}`, 'u')

/**
 * The offset behind the attributes `{#id .class name=value}` or `{=format}` that stand right behind the
 * code that ends at `start` (manual, "Extension: inline_code_attributes"); `start` itself where none
 * do. They are looked for up to the next backtick, so that many pieces of code cost their length.
 */
export function attributesEnd(text: string, start: number): number {
  if (!text.startsWith('{', start)) return start
  const next = text.indexOf('`', start)
  const behind = text.slice(start, next === -1 ? text.length : next)
  return start + (attributes.exec(behind)?.[0].length ?? 0)
}
