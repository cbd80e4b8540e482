import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  isOwnFile,
  ownFilesOutside,
  ownPatterns,
  watchedPatterns,
  whyNoFile,
  type NamesNoFile,
  type Places,
} from '../../src/workspace/corpora/ownPlaces.ts'

const desk = 'file:///home/ana/desk'

/** Places whose setting of corpora is `corpora`. */
function places(corpora: unknown, more: Partial<Places> = {}): Places {
  return {
    folders: [desk],
    isTrusted: true,
    settings: () => new Map([['corpora', corpora]]),
    ...more,
  }
}

suite('Single files outside of the folder', () => {
  for (const [name, address] of [
    ['/plans/one.md', 'file:///plans/one.md'],
    ['C:\\plans\\one.md', 'file:///c%3A/plans/one.md'],
    ['d:/plans/one.md', 'file:///d%3A/plans/one.md'],
    ['../one.md', 'file:///home/ana/one.md'],
    ['plans/../../one.md', 'file:///home/ana/one.md'],
    ['..\\one.md', 'file:///home/ana/one.md'],
    ['../c:/one.md', 'file:///home/ana/c%3A/one.md'],
    ['../a~', 'file:///home/ana/a~'],
    ['../a\\\\', 'file:///home/ana/a'],
  ] as const) {
    test(`${name} is one`, () => {
      assert.deepEqual(ownFilesOutside(places([name])), [address])
    })
  }

  for (const name of [
    'one.md',
    'plans/one.md',
    './one.md',
    'C:one.md',
    '1:/one.md',
    'a/..b/one.md',
    '~/one.md',
    '~ana/../one.md',
    '\\\\ship\\plans\\one.md',
    '//ship/plans/one.md',
    '/plans/*.md',
    '../{a,b}.md',
    '/plans/one\0.md',
    '',
  ]) {
    test(`${JSON.stringify(name)} is none`, () => {
      assert.deepEqual(ownFilesOutside(places([name])), [])
    })
  }

  test('there are none where the folders are not trusted', () => {
    assert.deepEqual(ownFilesOutside(places(['/plans/one.md'], { isTrusted: false })), [])
  })

  test('without a folder, a whole path is one still, and a relative one is none', () => {
    const nowhere = places(['/plans/one.md', '../two.md', '~/three.md'], { folders: [] })
    assert.deepEqual(ownFilesOutside(nowhere), ['file:///plans/one.md'])
  })

  test('they lie in the file system of the folder', () => {
    const remote = places(['/plans/one.md'], { folders: ['vscode-remote://ship/desk'] })
    assert.deepEqual(ownFilesOutside(remote), ['vscode-remote:///plans/one.md'])
  })
})

test('patterns are those of the own folder, and those named that stay within theirs', () => {
  const named = [
    'plans/*.md',
    '/plans/one.md',
    '../one.md',
    'a/../b.md',
    '~/x.md',
    '\\\\ship\\x.md',
  ]
  assert.deepEqual(ownPatterns(places(named)), [
    { folder: desk, pattern: '.policy/**/*.md' },
    { folder: desk, pattern: 'plans/*.md' },
  ])
  assert.deepEqual(watchedPatterns(places(['plans/*.md'])), [
    { folder: desk, pattern: '.policy' },
    { folder: desk, pattern: '.policy/**/*.md' },
    { folder: desk, pattern: 'plans/*.md' },
  ])
  assert.deepEqual(watchedPatterns(places([], { folders: [] })), [])
})

suite('A file is the analyst’s own corpus file', () => {
  const own = places(['plans/*.md', '/plans/one.md'])
  for (const [address, isOwn] of [
    [`${desk}/.policy/a.md`, true],
    [`${desk}/.policy/a/b.md`, true],
    [`${desk}/.policy/a.txt`, false],
    [`${desk}/a.md`, false],
    [`${desk}/plans/a.md`, true],
    [`${desk}/plans/a/b.md`, false],
    ['file:///plans/one.md', true],
    ['file:///plans/two.md', false],
    ['file:///home/ana/.policy/a.md', false],
    ['file:///home/ana/desk2/.policy/a.md', false],
  ] as const) {
    test(`${address}: ${isOwn}`, () => {
      assert.equal(isOwnFile(own, address), isOwn)
    })
  }
})

suite('Why a name out of the setting names no corpus file', () => {
  for (const [name, why] of [
    ['plans/one.md', undefined],
    ['plans/*.md', undefined],
    ['plans/**', undefined],
    ['plans/*', undefined],
    ['plans/*d', undefined],
    ['plans/*.m[dk]', undefined],
    ['plans/{one,two}.md', undefined],
    ['plans/one.md  ', undefined],
    ['/plans/one.md', undefined],
    ['../one.md', undefined],
    ['C:\\one.md', undefined],
    ['', 'noMarkdown'],
    ['one.txt', 'noMarkdown'],
    ['one', 'noMarkdown'],
    ['d', 'noMarkdown'],
    ['plans/*.txt', 'noMarkdown'],
    ['plans/*.md.txt', 'noMarkdown'],
    ['/plans/one.txt', 'noMarkdown'],
    ['plans/{one,two.md', 'notClosed'],
    ['plans/[a.md', 'notClosed'],
    ['plans/}{.md', 'notClosed'],
    [`${'{a,b}'.repeat(20)}.md`, 'tooMany'],
    ['/plans/*.md', 'outside'],
    ['../*.md', 'outside'],
    ['../{a.md', 'outside'],
    ['~/one.md', 'outside'],
    ['\\\\ship\\one.md', 'outside'],
    ['//ship/one.md', 'outside'],
  ] as const satisfies readonly (readonly [string, NamesNoFile | undefined])[]) {
    test(`${JSON.stringify(name.slice(0, 40))}: ${why ?? 'it may name one'}`, () => {
      assert.equal(whyNoFile(name), why)
    })
  }
})
