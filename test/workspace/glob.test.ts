import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { fits, globsOf } from '../../src/workspace/glob.ts'

function fitsPattern(pattern: string, path: string): boolean {
  return globsOf(pattern).some((glob) => fits(glob, path))
}

for (const [pattern, fitting, others] of [
  ['*.md', ['a.md', '.md', '.a.md', 'a b.md', '計.md'], ['a.MD', 'a.md.txt', 'b/a.md', 'amd']],
  ['**/*.md', ['a.md', 'b/a.md', 'b/.c/a.md'], ['a.mdx', 'b/a.MD']],
  ['b/**/a.md', ['b/a.md', 'b/c/a.md', 'b/c/d/a.md'], ['a.md', 'c/b/a.md', 'b/a.md/c']],
  ['b/**', ['b/a.md', 'b/c/d.md'], ['c/b.md']],
  ['**/b/**/**/c/*', ['b/c/x', 'a/b/c/x', 'b/1/2/c/x'], ['b/x', 'c/b/x']],
  ['?.md', ['a.md', '計.md', '👩.md'], ['.md', 'ab.md']],
  ['[a-c]1.md', ['a1.md', 'c1.md'], ['d1.md', 'A1.md', '[1.md']],
  ['[!a-c].md', ['d.md', '計.md'], ['a.md', 'dd.md']],
  ['[^a].md', ['b.md'], ['a.md']],
  ['[]].md', ['].md'], ['a.md']],
  ['[a.md', ['[a.md'], ['a.md']],
  ['{a,b/c}.md', ['a.md', 'b/c.md'], ['c.md', '{a,b/c}.md']],
  ['{a,{b,c}}/*.md', ['a/x.md', 'b/x.md', 'c/x.md'], ['d/x.md']],
  ['a{,1}.md', ['a.md', 'a1.md'], ['a2.md']],
  ['plans (2025)/+x|y$.md', ['plans (2025)/+x|y$.md'], ['plans 2025/x.md']],
  ['!a.md', ['!a.md'], ['b.md']],
  ['a**b.md', ['ab.md', 'axxb.md'], ['a/b.md']],
  ['*a*b*c', ['abc', 'xxabxbc', 'aabbcc'], ['ab', 'acb', 'abcd']],
  ['./b\\*.md', ['b/a.md'], ['a.md', 'c/a.md']],
  ['**', ['a', 'b/c'], ['node_modules/a', 'b/.git/a']],
  ['*/a.md', ['b/a.md'], ['node_modules/a.md', '.git/a.md']],
  ['node_modules/*/a.md', ['node_modules/x/a.md'], ['b/node_modules/x/a.md']],
  ['', [], ['', 'a']],
] as const) {
  test(`“${pattern}” means what it means in the editor`, () => {
    for (const path of fitting) assert.ok(fitsPattern(pattern, path), `fits ${path}`)
    for (const path of others) assert.ok(!fitsPattern(pattern, path), `does not fit ${path}`)
  })
}

test('what is written out at the beginning says where to begin', () => {
  assert.deepEqual(globsOf('a/b/*/c.md')[0]?.prefix, ['a', 'b'])
  assert.deepEqual(globsOf('a/b.md')[0]?.prefix, ['a'])
  assert.deepEqual(
    globsOf('{a,b}/**/*.md').map(({ prefix }) => prefix),
    [['a'], ['b']],
  )
})

test('a pattern made to take long does not', () => {
  const name = `${'a'.repeat(250)}.md`
  assert.equal(fitsPattern(`${'*a'.repeat(100)}b.md`, name), false)
  assert.equal(fitsPattern(`${'**/'.repeat(200)}b.md`, `${'a/'.repeat(200)}c.md`), false)
  assert.equal(fitsPattern('{a,b}'.repeat(40), 'a'.repeat(40)), false)
})

// Node's own matcher means the same, but for names that begin with a dot and names of patterns that are empty.
test('random patterns fit what they fit for Node', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 })
  const part = fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '{a,bc}', '{b,*c}')
  const segment = fc.oneof(
    {
      arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((it) => it.join('')),
      weight: 3,
    },
    { arbitrary: fc.constant('**'), weight: 1 },
  )
  const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((it) => it.join('/'))
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((it) => it.join('/'))
  fc.assert(
    fc.property(pattern, file, (asked, given) => {
      assert.equal(fitsPattern(asked, given), path.posix.matchesGlob(given, asked))
    }),
    { numRuns: 5000 },
  )
})
