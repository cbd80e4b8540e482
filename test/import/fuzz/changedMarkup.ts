import type { Dice } from '../../bench/dice.ts'
import { hostilePiece } from './hostilePieces.ts'

/** An element of a text, from its first tag to behind its last. */
interface Element {
  readonly name: string
  readonly start: number
  readonly inner: number
  readonly innerEnd: number
  readonly end: number
}

/** `text` with a few of its elements moved, wrapped, renamed, repeated, emptied: as well-formed as it was. */
export function changedMarkup(dice: Dice, text: string): string {
  let changed = text
  for (let times = dice.pick([1, 1, 2, 3, 6]); times > 0; times -= 1) {
    // The root stays.
    const elements = elementsOf(changed).slice(1)
    if (elements.length === 0) return changed
    changed = changedOnce(dice, changed, elements)
    if (changed.length > 200_000) return text
  }
  return changed
}

function changedOnce(dice: Dice, text: string, elements: readonly Element[]): string {
  const one = dice.pick(elements)
  const other = dice.pick(elements)
  const whole = text.slice(one.start, one.end)
  const replaced = (by: string): string => text.slice(0, one.start) + by + text.slice(one.end)
  const inside = text.slice(one.inner, one.innerEnd)
  switch (dice.below(10)) {
    case 0:
      return replaced('')
    case 1:
      return replaced(whole.repeat(dice.pick([2, 3, 40])))
    case 2:
      return replaced(inside)
    case 3:
      return replaced(text.slice(other.start, other.end))
    case 4:
      return replaced(renamed(whole, one.name, other.name))
    case 5: {
      const depth = dice.pick([1, 2, 30, 490])
      return replaced(`<${other.name}>`.repeat(depth) + whole + `</${other.name}>`.repeat(depth))
    }
    case 6:
      return replaced(whole.slice(0, one.inner - one.start) + whole.slice(one.innerEnd - one.start))
    case 7:
      return replaced(whole + escaped(hostilePiece(dice, 'text')))
    case 8:
      return replaced(whole.replace(inside, () => escaped(hostilePiece(dice, 'text')) + inside))
    default:
      return replaced(
        whole.replaceAll(/="[^"]*"/gu, (value) =>
          dice.next() < 0.5 ? `="${escaped(hostilePiece(dice, 'text'))}"` : value,
        ),
      )
  }
}

function renamed(whole: string, from: string, to: string): string {
  if (!whole.endsWith(`</${from}>`)) return whole
  return `<${to}${whole.slice(1 + from.length, -from.length - 1)}${to}>`
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\0\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('>', '&gt;')
}

/** Those that are closed, each before those within it. */
function elementsOf(text: string): readonly Element[] {
  const elements: Element[] = []
  const open: { readonly name: string; readonly start: number; readonly inner: number }[] = []
  for (const tag of text.matchAll(/<(\/?)([A-Za-z][\w.:-]*)(?:[^\w<>.:-][^<>]*)?>/gu)) {
    const [all, closes, name = ''] = tag
    const [start, end] = [tag.index, tag.index + all.length]
    if (all.endsWith('/>')) elements.push({ name, start, inner: end, innerEnd: end, end })
    else if (closes !== '/') open.push({ name, start, inner: end })
    else {
      const at = open.findLastIndex((one) => one.name === name)
      const [opened] = open.splice(at === -1 ? open.length : at)
      if (opened !== undefined) elements.push({ ...opened, innerEnd: start, end })
    }
  }
  return elements.toSorted((a, b) => a.start - b.start)
}
