import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

interface LockedPackage {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const projectRoot = path.resolve(import.meta.dirname, '../../..')

// npm leaves a platform's package out of the lockfile where the registry at hand does not have it,
// and then refuses `npm ci` everywhere, on all platforms.
for (const [lockfile, least] of [
  ['package-lock.json', 100],
  ['test/support/offline-vscode/package-lock.json', 100],
  ['test/support/older-nodes/package-lock.json', 11],
] as const) {
  test(`${lockfile} has an entry for every optional package that a package names`, () => {
    const packages = lockedPackages(lockfile)
    assert.ok(packages.size >= least)
    const missing = [...packages].flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(packages, place, name)),
    )
    assert.deepEqual(missing, [])
  })
}

/** Whether `name` is locked where the package at `place` would find it: its own folder and above. */
function isLocked(
  packages: ReadonlyMap<string, LockedPackage>,
  place: string,
  name: string,
): boolean {
  const folders = place.split('/node_modules/').map((_, depth, parts) => {
    return `${parts.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}`
  })
  return [`node_modules/${name}`, ...folders].some(
    (folder) => packages.get(folder)?.version !== undefined,
  )
}

function lockedPackages(lockfile: string): ReadonlyMap<string, LockedPackage> {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, lockfile), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }
  return new Map(Object.entries(packages))
}
