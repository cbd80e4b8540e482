// Reading reports: the block scan alone, then with the masks of all blocks that hold `@`, beside
// remark-parse in the same run. `node test/bench/scanner.bench.ts [rounds]`
import remarkFrontmatter from 'remark-frontmatter'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { blocksHolding, scanBlocks } from '../../src/core/markdown/blocks.ts'
import { maskProse } from '../../src/core/markdown/prose.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { measured, printRow, printTitle } from './measured.ts'
import { reportOf } from './syntheticReport.ts'

const rounds = roundsAsked(100)

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkMath)

function readReport(source: string): void {
  const blocks = scanBlocks(source)
  for (const block of blocksHolding(blocks, '@')) maskProse(source, block, blocks.definitions)
}

const sizes = [
  ['10 KB', 1e4],
  ['100 KB', 1e5],
  ['1 MB', 1e6],
] as const

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sized(sizes, sizes.slice(0, 1))) {
  const source = reportOf(size)
  printRow(
    `blocks, ${name}`,
    measured(rounds, () => scanBlocks(source)),
  )
  printRow(
    `blocks and masks, ${name}`,
    measured(rounds, () => {
      readReport(source)
    }),
  )
  printRow(
    `remark-parse, ${name}`,
    measured(Math.max(3, rounds / (size / 5e3)), () => remark.parse(source)),
  )
}
