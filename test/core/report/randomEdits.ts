import fc from 'fast-check'
import { BlockTable, type TextChange } from '../../../src/core/markdown/blocks.ts'
import { ChunkedText } from '../../../src/core/text/chunkedText.ts'
import { cutIntoChunks } from '../../../src/core/text/chunks.ts'
import { leaves, prefixes, snippets } from '../markdown/reportSnippets.ts'

/** An edit of whatever text there is: its place as a share of the text, and what it takes and gives. */
export interface Stroke {
  readonly place: number
  readonly length: number
  readonly text: string
}

/** The seed of all generated reports and edits. */
export const seed = 20260731

/** Lengths so short that blocks go over the edges of chunks. */
export const chunkLengths = fc.constantFrom(1, 2, 5, 8, 16, 40, 100)

/** Edits one after the other that bring `pieces` and line breaks, and take a little. */
export function strokesOf(pieces: readonly string[]): fc.Arbitrary<Stroke[]> {
  return fc.array(
    fc.record({
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(40) }),
      text: fc.oneof(
        { weight: 1, arbitrary: fc.constant('') },
        { weight: 4, arbitrary: fc.constantFrom(...pieces) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '\n',
            '\r',
            '\r\n',
            '```\n',
            '\n---\n',
            '---\n',
            'a: b\n',
            '...\n',
            '\uFEFF',
          ),
        },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
}

/** Reports of lines, each in up to three containers, that hold one of `pieces`. */
export function linesOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(
      fc.tuple(
        fc.array(fc.constantFrom(...prefixes), { maxLength: 3 }),
        fc.constantFrom(...pieces),
      ),
      { minLength: 1, maxLength: 14 },
    )
    .map((parts) => parts.map(([before, leaf]) => before.join('') + leaf).join('\n'))
}

/** Edits, and reports, of all pieces of Markdown. */
export const strokes = strokesOf([...snippets, ...leaves, ...prefixes])
export const lines = linesOf([...leaves, ...snippets])

/** A report in chunks so short that blocks go over their edges. */
export function inShortChunks(source: string, length: number): BlockTable {
  return BlockTable.of(ChunkedText.of(cutIntoChunks(source, length), length))
}

/** `stroke` as a change of `source`. */
export function changeOf({ place, length, text }: Stroke, source: string): TextChange {
  const offset = Math.floor(place * source.length)
  return { offset, length: Math.min(length, source.length - offset), text }
}
