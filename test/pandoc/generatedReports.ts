import { Dice } from '../bench/dice.ts'
import { inlines, Keys, type Making, oneLine } from './generatedInlines.ts'

/** Lines, without their ends. */
type Lines = readonly string[]

type Block = (making: Making, depth: number) => Lines

/** A report made at random, the same for the same seed: each key stands in it once. */
export function generatedReport(seed: number, tidy: boolean): string {
  const making = { dice: new Dice(seed), keys: new Keys(), tidy }
  const front = making.dice.next() < 0.25 ? making.dice.pick(fronts)(making, 0) : []
  const text = [
    ...front,
    ...blocks(making, making.dice.pick([1, 1, 2])),
    '',
    '[^n]: A note.',
    '',
    '[ref]: https://a.example',
  ]
  return `${text.join('\n')}\n`
}

function blocks(making: Making, depth: number): Lines {
  const { dice, tidy } = making
  const all = Array.from({ length: dice.between(1, 3) }, () => block(making, depth))
  return all.flatMap((lines, index) =>
    index === 0 || (!tidy && dice.next() < 0.06) ? lines : ['', ...lines],
  )
}

function block(making: Making, depth: number): Lines {
  const { dice } = making
  const chance = dice.next()
  if (chance < 0.35) return paragraph(making, depth)
  if (chance < 0.65 && depth > 0) return dice.pick(containers)(making, depth - 1)
  return dice.pick(leaves)(making, depth)
}

const paragraph: Block = (making) => inlines(making, 2).split('\n')

/** `lines`, the first behind `first`, the others behind `rest`; blank ones stay blank. */
function behind(first: string, rest: string, lines: Lines): Lines {
  return lines.map((line, index) =>
    index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line,
  )
}

function item(making: Making, depth: number, marker: string): Lines {
  return behind(marker, ' '.repeat(marker.length), blocks(making, depth))
}

function list(making: Making, depth: number, markers: readonly string[]): Lines {
  const loose = making.dice.next() < 0.3
  return markers.flatMap((marker, index) => [
    ...(loose && index > 0 ? [''] : []),
    ...item(making, depth, marker),
  ])
}

const containers: readonly Block[] = [
  (making, depth) => list(making, depth, ['- ', '- ']),
  (making, depth) => list(making, depth, ['*   ', '*   ', '*   ']),
  (making, depth) => list(making, depth, ['1. ', '2. ']),
  (making, depth) => list(making, depth, ['10) ', '11) ']),
  (making, depth) => list(making, depth, ['#. ', '#. ']),
  (making, depth) => list(making, depth, ['a. ', 'b. ']),
  (making, depth) => list(making, depth, ['(i) ', '(ii) ']),
  (making, depth) => list(making, depth, ['(@) ', '(@) ']),
  (making, depth) => list(making, depth, [`(@${making.keys.next()}) `, '(@) ']),
  (making, depth) => list(making, depth, ['- [ ] ', '- [x] ']),
  (making, depth) => behind('> ', '> ', blocks(making, depth)),
  (making, depth) => ['> [!NOTE]', ...behind('> ', '> ', blocks(making, depth))],
  (making, depth) => ['::: {.callout-note}', ...blocks(making, depth), ':::'],
  (making, depth) => ['::: note', '', ...blocks(making, depth), '', ':::'],
  (making, depth) => ['<div class="x">', ...blocks(making, depth), '</div>'],
  (making, depth) => ['<div>', '', ...blocks(making, depth), '', '</div>'],
  (making, depth) => [
    '<details><summary>More</summary>',
    '',
    ...blocks(making, depth),
    '',
    '</details>',
  ],
  (making, depth) => [oneLine(making), ...definition(making, depth)],
  (making, depth) => [
    oneLine(making),
    '',
    ...definition(making, depth),
    '',
    ...definition(making, depth),
  ],
  (making, depth) => {
    const label = making.keys.next()
    const note = behind(`[^${label}]: `, '    ', blocks(making, depth))
    return [`Noted[^${label}].`, '', ...note]
  },
]

function definition(making: Making, depth: number): Lines {
  return behind(':   ', '    ', blocks(making, depth))
}

const leaves: readonly Block[] = [
  (making) => [`# ${oneLine(making)}`],
  (making) => [`## ${oneLine(making)} {#sec-a .unnumbered}`],
  (making) => [oneLine(making), '---'],
  () => ['---'],
  () => ['* * *'],
  (making) => ['```', oneLine(making), '```'],
  (making) => ['```r', oneLine(making), '', oneLine(making), '```'],
  (making) => ['```{r}', '#| label: x', oneLine(making), '```'],
  (making) => ["```{r, fig.cap='a `b`'}", oneLine(making), '```'],
  (making) => ['~~~', oneLine(making), '~~~'],
  (making) => ['```{=latex}', oneLine(making), '```'],
  (making) => [`    ${oneLine(making)}`],
  (making) => ['$$', `x = @${making.keys.next()}`, '$$'],
  (making) => ['$$', `x = @${making.keys.next()}`, '$$ {#eq-x}'],
  (making) => [`$$ x = @${making.keys.next()} $$ {#eq-y}`],
  (making) => [`$$ x`, `= @${making.keys.next()} $$`],
  (making) => ['\\begin{align}', `x &= @${making.keys.next()}`, '\\end{align}'],
  (making) => ['\\begin{quote}', oneLine(making), '\\end{quote}'],
  (making) => [`\\newcommand{\\x}{@${making.keys.next()}}`],
  (making) => [`\\section{${making.dice.pick(['A', '总则'])} [@${making.keys.next()}]}`],
  (making) => [`<!-- ${oneLine(making)}`, '', `${oneLine(making)} -->`],
  (making) => [`<!-- ${oneLine(making)} -->`],
  (making) => [`<script>`, `x = "@${making.keys.next()}"`, '</script>'],
  (making) => [`<table><tr><td>${oneLine(making)}</td></tr></table>`],
  (making) => [`<p>${oneLine(making)}</p>`],
  (making) => [`![${oneLine(making)}](a.png)`],
  (making) => [`| ${oneLine(making)}`, `| ${oneLine(making)}`],
  (making) => ['---', `note: "@${making.keys.next()}"`, '---'],
  (making) => [`[^unused]: ${oneLine(making)}`],
  (making) => [`[label ${making.keys.next()}]: https://a.example/@${making.keys.next()} "x"`],
  (making) => [`{{< include _@${making.keys.next()}.qmd >}}`],
  pipeTable,
  pipeTable,
  (making) => [...pipeTable(making), '', `: ${oneLine(making)} {#tbl-x}`],
  simpleTable,
  gridTable,
  multilineTable,
]

function pipeTable(making: Making): Lines {
  const row = (): string => `| ${oneLine(making)} | ${oneLine(making)} |`
  return [row(), '|:---|---|', row(), row()]
}

function citing({ keys }: Making): string {
  return `[@${keys.next()}]`
}

function simpleTable(making: Making): Lines {
  const row = (): string => `${citing(making).padEnd(12)} ${citing(making)}`
  return [row(), '------------ ------------', row(), row(), '', `Table: ${oneLine(making)}`]
}

function multilineTable(making: Making): Lines {
  const row = (): string => `${citing(making).padEnd(12)} ${citing(making)}`
  const rule = '-'.repeat(25)
  return [rule, row(), '------------ ------------', row(), row(), '', row(), rule]
}

function gridTable(making: Making): Lines {
  const cell = (text: string): string => ` ${text}`.padEnd(16)
  const row = (): string => `|${cell(citing(making))}|${cell(citing(making))}|`
  const item = (): string =>
    `|${cell(`- ${citing(making)}`)}|${cell(`    @${making.keys.next()}`)}|`
  const rule = '+----------------+----------------+'
  const head = '+================+================+'
  return [rule, row(), head, row(), item(), rule, item(), rule]
}

const fronts: readonly Block[] = [
  () => ['---', 'title: A report', 'lang: zh-CN', '---', ''],
  (making) => [
    '---',
    `title: "By ${citing(making)}"`,
    `nocite: "@${making.keys.next()}"`,
    '---',
    '',
  ],
  (making) => [
    '---',
    'abstract: |',
    `  As ${citing(making)}`,
    '',
    `  - @${making.keys.next()}`,
    '...',
    '',
  ],
  (making) => [`% By @${making.keys.next()}`, '% Somebody', ''],
]
