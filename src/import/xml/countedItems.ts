import { isElement, type MarkupElement, type MarkupNode } from '../markup/element.ts'

/**
 * `element` with the items of counted lists of HTML (`ol`, `li`), which Akoma Ntoso allows in a content, as its own
 * items, each with the number that is printed before it: by `start`, and by a `symbol` (`1°`, `a)`) or `type`
 * where there is one. Items of other lists stay.
 */
export function withCountedItems(element: MarkupElement): MarkupElement {
  const children = element.children.map((child) =>
    isElement(child) ? withCountedItems(child) : child,
  )
  return element.name === 'ol'
    ? { ...element, children: counted(element, children) }
    : { ...element, children }
}

function counted(
  { attributes }: MarkupElement,
  children: readonly MarkupNode[],
): readonly MarkupNode[] {
  const symbol = attributes.get('symbol') ?? `${attributes.get('type') ?? '1'}.`
  let next = /^\d{1,6}$/u.test(attributes.get('start') ?? '') ? Number(attributes.get('start')) : 1
  return children.map((child) => {
    if (!isElement(child, 'li')) return child
    const number = numberAs(symbol, next)
    next += 1
    const num: MarkupElement = { ...child, name: 'num', children: [number], attributes: new Map() }
    return { ...child, name: 'item', children: [num, ...child.children] }
  })
}

/** The number `count` as `symbol` prints the first: `2°` for `1°`, `b)` for `a)`. */
function numberAs(symbol: string, count: number): string {
  if (/[a-z]/u.test(symbol)) return symbol.replace(/[a-z]/u, letter(count, 'a'))
  if (/[A-Z]/u.test(symbol)) return symbol.replace(/[A-Z]/u, letter(count, 'A'))
  return symbol.replace(/\d+|^\D*$/u, String(count))
}

function letter(count: number, first: 'a' | 'A'): string {
  return count > 26 ? String(count) : String.fromCodePoint((first.codePointAt(0) ?? 0) + count - 1)
}
