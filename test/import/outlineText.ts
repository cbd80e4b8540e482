import { readFileSync } from 'node:fs'
import type { Outline, Part } from '../../src/core/official/outline.ts'
import { outlineOf } from '../../src/import/outlineOf.ts'
import { officialSource } from '../support/officialSource.ts'

/** The parts of an outline, a line each: level, kind, label, heading, and the beginning of the text. */
export function lines({ parts }: Pick<Outline, 'parts'>, depth = 0): readonly string[] {
  return parts.flatMap((part) => [
    `${'  '.repeat(depth)}${[
      part.kind ?? part.level,
      part.label,
      part.heading,
      part.text.slice(0, 30),
    ]
      .map((text) => text ?? '')
      .join(' | ')}`,
    ...lines({ parts: part.parts }, depth + 1),
  ])
}

/** How many parts of each kind there are. */
export function counts({ parts }: Pick<Outline, 'parts'>): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  const count = (part: Part): void => {
    const name = part.kind ?? part.level
    found[name] = (found[name] ?? 0) + 1
    part.parts.forEach(count)
  }
  parts.forEach(count)
  return found
}

/** The part that labels lead to, of whatever kind but recitals, which count by themselves. */
export function partAt(
  { parts }: Pick<Outline, 'parts'>,
  ...labels: readonly string[]
): Part | undefined {
  const [label, ...rest] = labels
  for (const part of parts) {
    if (part.label === label && part.kind !== 'recital')
      return rest.length === 0 ? part : partAt(part, ...rest)
  }
  return parts.map((part) => partAt(part, ...labels)).find((part) => part !== undefined)
}

/** The outline of a text as a file. */
export async function outlineOfText(text: string): Promise<Outline> {
  return outlineOf(new TextEncoder().encode(text))
}

/** A real document, where it is at hand: what a test says that must be skipped without it. */
export function source(name: string): {
  readonly skip: false | string
  readonly read: () => Promise<Outline>
} {
  const { file, skip } = officialSource(name)
  return {
    skip,
    read: async () => outlineOf(new Uint8Array(readFileSync(file))),
  }
}
