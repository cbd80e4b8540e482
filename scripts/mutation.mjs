// Changes our code in small ways and sees whether a test fails: npm run mutation -- PART …
// Without parts, all are tried one after the other, which takes hours. What no test noticed is printed,
// and the share that was noticed. --only src/a.ts or --only src/a.ts:10-20, as often as wanted: these files
// or lines of a part; --at-once 1: so many changes at the same time.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, main, root } from './steps.mjs'

const { mutated, readyStryker, strykerScript, strykerSettings } =
  await import('../test/support/mutation/mutation.ts')

const folder = path.join(root, '.test-out/mutation')

await main(() => {
  const { values, positionals: named } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, 'at-once': { type: 'string' } },
  })
  const parts = named.length === 0 ? Object.keys(mutated) : named
  for (const part of parts) {
    if (!Object.hasOwn(mutated, part)) {
      throw new Failure(`${part} is no part; parts are ${Object.keys(mutated).join(', ')}`)
    }
  }
  readyStryker(console.log)
  mkdirSync(folder, { recursive: true })
  try {
    for (const part of parts) tryPart(part, values)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function tryPart(part, { only, 'at-once': atOnce }) {
  console.log(`▸ ${part}`)
  const file = path.join(folder, `${part}.json`)
  // The copy that is changed lies within the project: from there, what is installed is found.
  const settings = {
    ...strykerSettings({ ...mutated[part], ...(only !== undefined && { files: only }) }),
    tempDirName: path.join(folder, part),
    ...(atOnce !== undefined && { concurrency: Number(atOnce) }),
  }
  writeFileSync(file, JSON.stringify(settings))
  const { status } = spawnSync(process.execPath, [strykerScript, 'run', file], {
    cwd: root,
    stdio: 'inherit',
    // Each change is a process of its own: what it runs is compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
  })
  if (status !== 0) throw new Failure(`${part} could not be tried`)
}
