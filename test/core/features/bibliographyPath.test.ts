import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { bibliographyPath } from '../../../src/core/features/bibliographies/bibliographyPath.ts'

const places = { folder: '/ws/reports', bounds: '/ws' }

suite('the file that the front matter names', () => {
  for (const [path, file] of [
    ['a.json', '/ws/reports/a.json'],
    ['./a b/文.json', '/ws/reports/a b/文.json'],
    ['../refs/a.json', '/ws/refs/a.json'],
    ['/ws/a.json', '/ws/a.json'],
    ['/ws//x/./../a.json', '/ws/a.json'],
    ['%2e%2e/a.json', '/ws/reports/%2e%2e/a.json'],
    ['...json', '/ws/reports/...json'],
  ] as const) {
    test(`${path} is ${file}`, () => {
      assert.equal(bibliographyPath(path, places), file)
    })
  }

  for (const path of [
    '/ws/../home/u/.config/x.json',
    '../../x.json',
    'a/../../../ws2/x.json',
    '../../../../../../x.json',
    '/x.json',
    '/wsx/x.json',
    '//ws2/x.json',
    '/ws',
    '..',
    '..\\..\\x.json',
    'a\\..\\..\\..\\x.json',
    'a.json\0.md',
  ]) {
    test(`${JSON.stringify(path)} is refused`, () => {
      assert.equal(bibliographyPath(path, places), undefined)
    })
  }

  test('a workspace that is a whole drive or file system bounds nothing', () => {
    assert.equal(bibliographyPath('../a.json', { folder: '/ws', bounds: '/' }), '/a.json')
  })

  test('without a workspace the folder of the report bounds it', () => {
    const alone = { folder: '/notes/', bounds: '/notes/' }
    assert.equal(bibliographyPath('x/a.json', alone), '/notes/x/a.json')
    assert.equal(bibliographyPath('../a.json', alone), undefined)
  })
})
