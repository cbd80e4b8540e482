import type { Dice } from '../../bench/dice.ts'
import { hostilePiece } from './hostilePieces.ts'

type Change = (dice: Dice, text: string, kind: string, other: string) => string

/** `text` after a few changes at random places; pieces of `other`, a text of the same kind, may come in. */
export function changedText(dice: Dice, text: string, kind: string, other: string): string {
  let changed = text
  for (let times = dice.pick([1, 1, 2, 3, 5, 9]); times > 0; times -= 1) {
    changed = dice.pick(changes)(dice, changed, kind, other).slice(0, mostCharacters)
  }
  return changed
}

/** Longer ones take the time of many. */
const mostCharacters = 60_000

const changes: readonly Change[] = [
  (dice, text) => withSpan(dice, text, () => ''),
  (dice, text) => withSpan(dice, text, (span) => span + span),
  (dice, text) => withSpan(dice, text, (span) => span.repeat(dice.pick([3, 20, 300]))),
  (dice, text) => withSpan(dice, text, (span) => span.toUpperCase()),
  (dice, text) => withSpan(dice, text, (span) => span.replaceAll(/\s+/gu, ' ')),
  (dice, text) => withSpan(dice, text, (span) => span.replaceAll(' ', '\n')),
  (dice, text) => withSpan(dice, text, (span) => Array.from(span).toReversed().join('')),
  (dice, text, kind) => inserted(dice, text, hostilePiece(dice, kind)),
  (dice, text, kind) => inserted(dice, text, hostilePiece(dice, kind)),
  (dice, text, kind) =>
    inserted(dice, text, hostilePiece(dice, kind).repeat(dice.pick([2, 10, 700, 5000]))),
  (dice, text, _, other) => inserted(dice, text, spanOf(dice, other)),
  (dice, text) => inserted(dice, text, spanOf(dice, text)),
  (dice, text, kind) =>
    text.replaceAll(/\d+/gu, (digits) => (dice.next() < 0.3 ? hostileNumber(dice, kind) : digits)),
  (dice, text) => withLines(dice, text, (lines) => lines.toReversed()),
  (dice, text) => withLines(dice, text, (lines) => lines.map((line) => `    ${line}`)),
  (dice, text) => withLines(dice, text, (lines) => lines.map((line) => line.trimStart())),
  (dice, text) => withLines(dice, text, (lines) => lines.map((line) => `- ${line}`)),
  (dice, text) => withLines(dice, text, (lines) => lines.flatMap((line) => [line, line])),
  (dice, text) => text.slice(0, dice.below(text.length + 1)),
  (dice, text) => text.slice(dice.below(text.length + 1)),
]

function hostileNumber(dice: Dice, kind: string): string {
  return dice.next() < 0.3
    ? hostilePiece(dice, kind)
    : dice.pick(['0', '-1', '1', '2', '13', '999', '2147483648', '1.1', '1.a', 'A', 'iv', '二'])
}

function withSpan(dice: Dice, text: string, change: (span: string) => string): string {
  const start = dice.below(text.length + 1)
  const end = start + dice.below(Math.min(400, text.length - start) + 1)
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end)
}

function withLines(
  dice: Dice,
  text: string,
  change: (lines: readonly string[]) => readonly string[],
): string {
  const lines = text.split('\n')
  const start = dice.below(lines.length)
  const count = dice.between(1, 6)
  const changed = change(lines.slice(start, start + count))
  return [...lines.slice(0, start), ...changed, ...lines.slice(start + count)].join('\n')
}

function inserted(dice: Dice, text: string, piece: string): string {
  const at = dice.below(text.length + 1)
  return text.slice(0, at) + piece + text.slice(at)
}

function spanOf(dice: Dice, text: string): string {
  const start = dice.below(text.length + 1)
  return text.slice(start, start + dice.between(1, 600))
}
