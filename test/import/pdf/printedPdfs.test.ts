import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { projectRoot } from '../../support/projectPaths.ts'

const folder = path.join(projectRoot, 'test/import/pdf/set')

/** What must come out, as set/README.md says. */
interface Expected {
  readonly head: readonly string[]
  readonly parts: readonly string[]
  readonly asides: readonly string[]
}

function expectedIn(text: string): Expected {
  const lines = text.trimEnd().split('\n')
  const head = lines.filter((line) => /^(?:title|text|pages): /u.test(line))
  const asides = lines.filter((line) => line.startsWith('aside: '))
  return {
    head,
    asides: asides.map((line) => line.slice('aside: '.length)),
    parts: lines.filter((line) => !head.includes(line) && !asides.includes(line)),
  }
}

function partLines(parts: readonly Part[], depth = 0): readonly string[] {
  return parts.flatMap((part) => {
    const what = [part.kind ?? part.level, part.label].filter((one) => one !== undefined).join(' ')
    const text = part.text.replaceAll('\n\n', '¶')
    const line = `${'  '.repeat(depth)}${what} | ${part.heading ?? ''} | ${text}`
    return [line.replaceAll('|  |', '| |').trimEnd(), ...partLines(part.parts, depth + 1)]
  })
}

function headLines(
  { title, text, pageNumbers }: Outline,
  wanted: readonly string[],
): readonly string[] {
  const said = new Map([
    ['title', title],
    ['text', text?.replaceAll('\n\n', '¶')],
    ['pages', pageNumbers?.join(' ')],
  ])
  return wanted.map((line) => {
    const name = line.slice(0, line.indexOf(':'))
    return `${name}: ${said.get(name) ?? ''}`
  })
}

describe('PDFs of our own, as LaTeX, LibreOffice and Chromium print them', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
    test(`${name}: divisions, measures, notes and tables as printed`, async () => {
      const expected = expectedIn(
        readFileSync(path.join(folder, name.replace(/\.pdf$/u, '.txt')), 'utf8'),
      )
      const outline = await outlineOf(new Uint8Array(readFileSync(path.join(folder, name))))
      assert.deepEqual(partLines(outline.parts), expected.parts)
      assert.deepEqual(headLines(outline, expected.head), expected.head)
      const asides = (outline.asides ?? []).map(({ kind, text }) => `${kind}: ${text}`)
      assert.deepEqual(
        expected.asides.filter((aside) => !asides.includes(aside)),
        [],
        asides.join('\n'),
      )
    })
  }
})
