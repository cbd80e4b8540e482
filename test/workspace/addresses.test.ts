import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addressOfNames,
  addressOfPath,
  childOf,
  folderOf,
  inOrder,
  isIn,
  parentOf,
  pathOf,
  pathWithin,
  resolveIn,
} from '../../src/workspace/addresses.ts'

// As VS Code writes these URIs.
test('one place has one address, whoever makes it', () => {
  const address = addressOfPath("/home/ana/計 (1)/it's 100%#?.md")
  assert.equal(address, 'file:///home/ana/%E8%A8%88%20%281%29/it%27s%20100%25%23%3F.md')
  assert.equal(childOf(addressOfPath('/home/ana/計 (1)'), "it's 100%#?.md"), address)
  assert.equal(pathOf(address), "/home/ana/計 (1)/it's 100%#?.md")
  assert.equal(addressOfPath('C:\\Plans\\one.md'), 'file:///c%3A/Plans/one.md')
  assert.equal(addressOfPath('/one.md', 'vscode-remote'), 'vscode-remote:///one.md')
})

test('authority, query and fragment stay where they are', () => {
  const folder = 'vscode-vfs://github/owner/repo?ref=main#x'
  assert.equal(childOf(folder, 'a b.md'), 'vscode-vfs://github/owner/repo/a%20b.md?ref=main#x')
  assert.equal(parentOf(folder), 'vscode-vfs://github/owner?ref=main#x')
  assert.equal(pathOf(folder), '/owner/repo')
  assert.equal(pathOf('untitled:Untitled-1'), 'Untitled-1')
  assert.equal(pathOf('memory://host'), '')
})

test('a folder is above what is in it, and the root above itself', () => {
  assert.equal(childOf('memory:/', 'a'), 'memory:/a')
  assert.equal(parentOf('memory:/a/b'), 'memory:/a')
  assert.equal(parentOf('memory:/a'), 'memory:/')
  assert.equal(parentOf('memory:/'), 'memory:/')
  assert.equal(resolveIn('memory:/a/b', '../.././c\\d.md'), 'memory:/c/d.md')
})

test('a path lies in a folder where it begins with all of its name', () => {
  assert.equal(pathWithin('/a/b', '/a/b/c.md'), 'c.md')
  assert.equal(pathWithin('/', '/c.md'), 'c.md')
  assert.equal(pathWithin('/a/b', '/a/bc.md'), undefined)
  assert.equal(pathWithin('/a/b', '/a/b'), undefined)
})

test('addresses are in the order of their paths, not of their escapes', () => {
  const paths = ['/a/é.md', '/a/z.md', '/a.md', '/a/Z.md']
  assert.deepEqual(inOrder(paths.map((path) => addressOfPath(path))).map(pathOf), [
    '/a.md',
    '/a/Z.md',
    '/a/z.md',
    '/a/é.md',
  ])
})

test('a path of another machine keeps its name, and a backslash in a name is a part of it', () => {
  assert.equal(addressOfPath('\\\\ship\\plans\\one.md'), 'file://ship/plans/one.md')
  assert.equal(addressOfNames(['', 'a\\b', 'c.md']), 'file:///a%5Cb/c.md')
  assert.equal(isIn('file://ship', 'file://boat/one.md'), false)
})

test('the folder of an address is the innermost that it is, or is in', () => {
  const folders = ['memory:/a', 'memory:/a/b', 'memory:/c', 'other:/a/b']
  assert.equal(folderOf(folders, 'memory:/a/b/c.md'), 'memory:/a/b')
  assert.equal(folderOf(folders.toReversed(), 'memory:/a/b/c.md'), 'memory:/a/b')
  assert.equal(folderOf(folders, 'memory:/a/b'), 'memory:/a/b')
  assert.equal(folderOf(folders, 'memory:/a/bc.md'), 'memory:/a')
  assert.equal(folderOf(folders, 'other:/a/b/c.md'), 'other:/a/b')
  assert.equal(folderOf(folders, 'memory:/d/a.md'), undefined)
  assert.equal(folderOf([], 'memory:/a'), undefined)
})

test('only the letter of a drive becomes small, and only where it stands first', () => {
  assert.equal(addressOfPath('/plans/C:/one.md'), 'file:///plans/C%3A/one.md')
  assert.equal(childOf('memory:/', 'a*b'), 'memory:/a%2Ab')
})
