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
const megabyte = 1024 * 1024

/** The most that is packed, in bytes, and the most files of `dist`. */
const limits = { all: 3.5 * megabyte, library: 1.8 * megabyte, distFiles: 45 }

/** The library, its texts and its indexes. */
const ofLibrary = /\/dist\/(?:library\.\w+|\w+\.txt)$/u

export async function makePackage() {
  await build({ production: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', path.join(root, 'scripts/packTightly.cjs')],
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

function checkSize() {
  const entries = zipEntries(readFileSync(vsix))
  const library = entries.filter(({ name }) => ofLibrary.test(name))
  const sizes = {
    all: statSync(vsix).size,
    library: library.reduce((sum, { size }) => sum + size, 0),
    distFiles: entries.filter(({ name }) => name.includes('/dist/')).length,
  }
  console.log(
    `  dist/policy-citation.vsix ${inMegabytes(sizes.all)}, of it the library ${inMegabytes(sizes.library)};` +
      ` limits ${inMegabytes(limits.all)} and ${inMegabytes(limits.library)}`,
  )
  for (const [what, limit] of Object.entries(limits)) {
    if (sizes[what] > limit) throw new Failure(`${what}: ${sizes[what]}; ${limit} is the limit.`)
  }
}

function inMegabytes(bytes) {
  return `${(bytes / megabyte).toFixed(2)} MB`
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
