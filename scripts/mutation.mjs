// Changes our code in small ways and sees whether a test fails: npm run mutation -- PART …
// Without parts, all are tried one after the other, which takes hours. What no test noticed is printed,
// and the share that was noticed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure, main, root } from './steps.mjs'

const { mutated, readyStryker, strykerScript, strykerSettings } =
  await import('../test/support/mutation/mutation.ts')

const folder = path.join(root, '.test-out/mutation')

await main(() => {
  const named = process.argv.slice(2)
  const parts = named.length === 0 ? Object.keys(mutated) : named
  for (const part of parts) {
    if (!Object.hasOwn(mutated, part)) {
      throw new Failure(`${part} is no part; parts are ${Object.keys(mutated).join(', ')}`)
    }
  }
  readyStryker(console.log)
  mkdirSync(folder, { recursive: true })
  try {
    for (const part of parts) tryPart(part)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function tryPart(part) {
  console.log(`▸ ${part}`)
  const file = path.join(folder, `${part}.json`)
  // The copy that is changed lies within the project: from there, what is installed is found.
  const settings = { ...strykerSettings(mutated[part]), tempDirName: path.join(folder, part) }
  writeFileSync(file, JSON.stringify(settings))
  const { status } = spawnSync(process.execPath, [strykerScript, 'run', file], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Failure(`${part} could not be tried`)
}
