import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { drawsColumns } from '../../../src/core/markdown/pandocBlocks/drawnColumns.ts'

suite('A table draws its columns', () => {
  test('as a grid, or with rules that are as wide as they are (manual, "Tables")', () => {
    for (const table of [
      '+---+---+\n| a | b |\n+---+---+',
      '+:-:+\n| a |\n+===+',
      '  a   b\n--- ---\n  c   d',
      '-- --\n a  b\n-- --',
      '  a   b  \n\t--  ----\t\n',
      '> a   b\n> --- ---',
      'a\n\n-----  ---- \n',
    ]) {
      assert.ok(drawsColumns(table, 0), table)
      assert.ok(drawsColumns(`a\n\n${table}`, 3), table)
    }
  })

  test('not where bars alone part them, or one rule stands', () => {
    for (const text of [
      '| a | b |\n|---|---|\n',
      'a | b\n--- | ---',
      'a\n---\nb',
      '--- b ---\n',
      '- --\n',
      '+ a\n+ b\n',
      '+---+ a\n',
      'a +---+\n',
      '--- --- a\n',
      'a --- ---\n',
    ]) {
      assert.ok(!drawsColumns(text, 0), text)
    }
  })

  test('where its head begins, not in what stands before it or far below', () => {
    assert.ok(!drawsColumns('--- ---\n\nb', 9))
    assert.ok(!drawsColumns(`a\n${'b\n'.repeat(600)}--- ---\n`, 0))
  })
})
