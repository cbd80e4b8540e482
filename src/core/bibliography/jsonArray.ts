import type { Span } from '../text/span.ts'

/**
 * The spans of the elements of the array that `json` is, which must be valid JSON; `undefined` when its
 * value is no array. So an element can be replaced and the others stay as they are, byte by byte.
 */
export function jsonArrayElements(json: string): readonly Span[] | undefined {
  const open = afterSpace(json, 0)
  if (json[open] !== '[') return undefined
  const elements: Span[] = []
  let offset = afterSpace(json, open + 1)
  while (json[offset] !== ']') {
    const end = valueEnd(json, offset)
    elements.push({ start: offset, end })
    offset = afterSpace(json, end)
    if (json[offset] === ',') offset = afterSpace(json, offset + 1)
  }
  return elements
}

function afterSpace(json: string, offset: number): number {
  let end = offset
  while (/[ \t\r\n]/.test(json.charAt(end))) end += 1
  return end
}

function valueEnd(json: string, start: number): number {
  let depth = 0
  let offset = start
  for (;;) {
    const mark = json[offset]
    if (mark === undefined) return offset
    if (mark === '"') offset = stringEnd(json, offset)
    else if (depth === 0 && /[,\]} \t\r\n]/.test(mark)) return offset
    else {
      if (mark === '{' || mark === '[') depth += 1
      if (mark === '}' || mark === ']') depth -= 1
      offset += 1
    }
    if (depth === 0 && (mark === '"' || mark === '}' || mark === ']')) return offset
  }
}

function stringEnd(json: string, open: number): number {
  let offset = open + 1
  while (offset < json.length && json[offset] !== '"') offset += json[offset] === '\\' ? 2 : 1
  return offset + 1
}
