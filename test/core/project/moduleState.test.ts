import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { Linter, type Rule } from 'eslint'
// @ts-expect-error -- a script of ours without types
import { noModuleState as rule } from '../../../.config/moduleState.mjs'

/** What the rule has against `source`, by message id. */
function complaints(source: string): readonly string[] {
  const house = { rules: { 'no-module-state': rule as Rule.RuleModule } }
  const found = new Linter().verify(source, {
    plugins: { house },
    rules: { 'house/no-module-state': 'error' },
  })
  return found.map(({ messageId, message }) => messageId ?? message)
}

suite('The rule about the state of modules', () => {
  for (const [name, source, expected] of [
    ['a variable', 'let count = 0', ['set']],
    ['a variable that is exported', 'export let count = 0', ['set']],
    ['an instance of a class', 'const scores = new Scores()', ['made']],
    ['a cache', 'const known = new Map(); function f(x) { known.set(x, 1) }', ['changed']],
    ['a pool', 'const pool = []; const f = (at) => (pool[at] ??= {})', ['changed']],
    [
      'a list that a method grows',
      'const all = []; class A { add(x) { all.push(x) } }',
      ['changed'],
    ],
    [
      'a typed array',
      'const terms = new Uint32Array(9); function f() { terms[1] += 1 }',
      ['changed'],
    ],
    ['a part of an object', 'const state = { of: {} }; () => { state.of.now = 1 }', ['changed']],
    ['a counter in an object', 'const state = { count: 0 }; () => state.count++', ['changed']],
    ['what another module has', "import { all } from './all.js'; () => all.push(1)", ['changed']],
    ['a pattern that remembers', 'const word = /a/g; (text) => word.test(text)', ['changed']],
  ] as const) {
    test(`finds ${name}`, () => {
      assert.deepEqual(complaints(source), expected)
    })
  }

  for (const [name, source] of [
    ['constants', "const most = 8; const names = ['a']; export const all = new Set(names)"],
    ['a table filled once', 'const table = new Map(); for (const x of [1]) table.set(x, x)'],
    ['what keeps by argument', 'const kept = new WeakMap(); (key) => kept.set(key, 1)'],
    [
      'what a function makes',
      'function f() { const all = []; all.push(1); let at = 0; return at }',
    ],
    ['reading a table', 'const table = new Map([[1, 2]]); (x) => table.get(x)'],
    ['a pattern that forgets', "const word = /a/g; (text) => text.replace(word, '')"],
  ] as const) {
    test(`allows ${name}`, () => {
      assert.deepEqual(complaints(source), [])
    })
  }
})
