// npm run package: dist/policy-citation.vsix, of exactly the files listed in
// test/support/vsix-files.txt. Any warning fails, and so does a file too many, too few or too big.
import './nodeFloor.mjs'
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { Failure, main, root, step } from './steps.mjs'
import { zipEntries } from './zipEntries.mjs'

const vsix = path.join(root, 'dist/policy-citation.vsix')
/** 1 MB, counted as everywhere in this project. */
const limit = 1024 * 1024

export async function makePackage() {
  await build({ production: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@vscode/vsce/vsce'),
      ...['package', '--no-dependencies', '--out', vsix],
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const said = stdout + stderr
  if (status !== 0) throw new Failure(`vsce package failed:\n${said}`)
  if (/\bwarn/i.test(said)) throw new Failure(`vsce package warns:\n${said}`)
  checkSize()
  checkFiles()
}

/** What reads documents does not count: it is pdf.js above all, and runs only when an analyst has one read. */
function checkSize() {
  const reader = zipEntries(readFileSync(vsix)).find(({ name }) => name.includes('/reader/'))
  const size = statSync(vsix).size - reader.size
  const [counted, apart] = [size, reader.size].map((bytes) => `${(bytes / 1024).toFixed(1)} KB`)
  console.log(
    `  dist/policy-citation.vsix ${counted}, limit ${limit / 1024} KB; ${apart} of the reader of documents`,
  )
  if (size > limit) throw new Failure(`The .vsix has ${size} bytes; ${limit} is the limit.`)
}

function checkFiles() {
  const listed = path.join(root, 'test/support/vsix-files.txt')
  const expected = new Set(readFileSync(listed, 'utf8').split('\n').filter(Boolean))
  const packed = new Set(zipEntries(readFileSync(vsix)).map(({ name }) => name))
  const differences = [
    ...[...packed.difference(expected)].map((name) => `  packed, but not listed: ${name}`),
    ...[...expected.difference(packed)].map((name) => `  listed, but not packed: ${name}`),
  ]
  if (differences.length > 0) {
    throw new Failure(
      `The .vsix is not of the files of test/support/vsix-files.txt:\n${differences.join('\n')}`,
    )
  }
}

if (import.meta.main) {
  await main(() => step('Packing the extension', makePackage))
}
