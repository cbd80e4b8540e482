// Run by hostile.test.ts as a process of its own, so that an endless loop fails a test and not the run.
import { blocksHolding, scanBlocks } from '../../../src/core/text/blocks.ts'
import { maskProse, placeAt } from '../../../src/core/text/prose.ts'
import { hostileReports } from './hostileReports.ts'

const longest = 10_000_000
const lines = ['a', 'word ', '[@k] ', '政策`a`', '<b c="d">'].map((piece) =>
  piece.repeat(Math.ceil(longest / piece.length)),
)
const sources =
  process.argv[2] === 'line' ? lines : hostileReports.map(({ make, size }) => make(size))

for (const source of sources) {
  const before = process.cpuUsage()
  const blocks = scanBlocks(source)
  for (const block of blocksHolding(source, blocks, '@'))
    maskProse(source, block, blocks.definitions)
  placeAt(source, blocks, source.length)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  if (process.argv[3] === 'print')
    console.log(seconds.toFixed(3), JSON.stringify(source.slice(0, 40)))
  if (seconds > 5) throw new Error(`${seconds} s for ${JSON.stringify(source.slice(0, 40))}`)
}
