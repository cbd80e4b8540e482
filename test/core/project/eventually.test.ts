import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mock, suite, test } from 'node:test'
import { eventually, insistently, longestWait, type Signal } from '../../support/eventually.ts'

/** A signal that is given by hand, and how many listen to it. */
function handSignal(): {
  readonly signal: Signal
  readonly give: () => void
  readonly heard: () => number
} {
  const listeners = new Set<() => void>()
  const signal: Signal = (listener) => {
    listeners.add(listener)
    return { dispose: () => listeners.delete(listener) }
  }
  return {
    signal,
    give: () => {
      for (const listener of listeners) listener()
    },
    heard: () => listeners.size,
  }
}

/** Lets `wait` go on while the clock goes `seconds` on, a second at a time. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    mock.timers.tick(1000)
    await new Promise(setImmediate)
  }
}

suite('waiting', () => {
  test('ends at the signal, and nobody listens any longer', async () => {
    const { signal, give, heard } = handSignal()
    let asked = 0
    const wait = eventually('three', () => (asked += 1) === 3, signal)
    while (heard() > 0) {
      await new Promise(setImmediate)
      give()
    }
    assert.equal(await wait, true)
    assert.equal(asked, 3)
  })

  test('a signal given while the probe is under way is not lost', async () => {
    const { signal, give } = handSignal()
    let asked = 0
    const found = await eventually(
      'the second answer',
      () => {
        give()
        asked += 1
        return asked === 2
      },
      signal,
    )
    assert.equal(found, true)
  })

  test('a machine that needs a minute fails nothing', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
    try {
      let isThere = false
      const wait = eventually('it is there', () => isThere)
      await pass(60)
      isThere = true
      await pass(1)
      assert.equal(await wait, true)
    } finally {
      mock.timers.reset()
    }
  })

  test('a hang is named, with the last trouble, also where the probe itself hangs', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
    try {
      const never = eventually('it is there', () => assert.fail('it is not'))
      const stuck = eventually('it answers', () => new Promise<never>(() => undefined))
      const hangs = Promise.all([
        assert.rejects(never, /^Error: hung for 120 s: it is there: AssertionError.*it is not/u),
        assert.rejects(stuck, /^Error: hung for 120 s: it answers$/u),
      ])
      await pass(longestWait / 1000)
      await hangs
    } finally {
      mock.timers.reset()
    }
  })

  test('what is tried again is given twice the time', async () => {
    const given: number[] = []
    const found = await insistently('the fourth', (patience) => {
      given.push(patience)
      return given.length < 4 ? Promise.reject(new Error('lost')) : Promise.resolve('found')
    })
    assert.equal(found, 'found')
    assert.deepEqual(given, [2000, 4000, 8000, 16_000])
  })
})

/** The files that may have a clock, and what for. */
const mayHaveClocks: ReadonlySet<string> = new Set([
  // The one deadline.
  'eventually.ts',
  // A run that says nothing any more has hung.
  'workbenchPage.ts',
  // What cannot be downloaded here is told by silence.
  'chromium.ts',
  // What does not end when it is asked to is ended.
  'processGroup.ts',
])

test('tests in a window wait for events: they have no other deadline and no pause', () => {
  const files = ['host', 'host/suite', 'ui', 'support'].flatMap((folder) => {
    const path = join(import.meta.dirname, '../..', folder)
    return readdirSync(path).flatMap((name) => (name.endsWith('.ts') ? [join(path, name)] : []))
  })
  const timed = files.filter((file) =>
    /\btimeout: *\d|\bsetTimeout\(|\bwaitForTimeout\b/u.test(readFileSync(file, 'utf8')),
  )
  assert.ok(files.length > 40)
  assert.deepEqual(new Set(timed.map((file) => basename(file))), mayHaveClocks)
})
