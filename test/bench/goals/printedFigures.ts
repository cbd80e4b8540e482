import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figures, type Row } from '../shape/figures.ts'

/** What the benchmarks printed when they ran last, as `scripts/bench.mjs` keeps it: a figure that is not there is `undefined`. */
export class PrintedFigures {
  readonly #folder: string
  readonly #shapes: Shapes

  constructor(folder: string) {
    this.#folder = folder
    const file = join(folder, 'shape.json')
    this.#shapes = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Shapes) : {}
  }

  /** All that `bench` printed; empty where it did not run. */
  text(bench: string): string {
    const file = join(this.#folder, `${bench}.txt`)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  /** The shapes that were measured. */
  get shapes(): readonly string[] {
    return Object.keys(this.#shapes)
  }

  /** A figure of the product in a shape, by its name in the table. */
  shape(shape: string, name: string): number | undefined {
    const row = this.#shapes[shape]?.['here']
    const figure = figures.find((one) => one.name === name)
    if (figure === undefined) throw new Error(`The table of shapes has no ${name}.`)
    const value = row && figure.of(row)
    return value === undefined || !Number.isFinite(value) ? undefined : value
  }

  /** The milliseconds of the row `name` that `bench` printed. */
  row(bench: string, name: string, column: 'p50' | 'p99'): number | undefined {
    const line = this.text(bench)
      .split('\n')
      .find((one) => one.startsWith(`${name} `))
    const cells = line?.slice(name.length).match(/[\d.]+(?= ms)/gu)
    return numberIn(cells?.[column === 'p50' ? 0 : 1])
  }

  /** The number that `bench` printed behind `name`. */
  line(bench: string, name: string): number | undefined {
    const found = this.text(bench)
      .split('\n')
      .find((one) => one.startsWith(name))
    return numberIn(found?.slice(name.length).match(/[\d.,]+/u)?.[0])
  }

  /** A cell of the table below `heading` that `bench` printed. */
  cell(bench: string, heading: string, name: string, column: string): number | undefined {
    const rows = this.table(bench, heading)
    const at = rows[0]?.indexOf(column) ?? -1
    return numberIn(rows.find(([first]) => first === name)?.[at])
  }

  /** The cells of the table below `heading` that `bench` printed, its head first. */
  table(bench: string, heading: string): readonly (readonly string[])[] {
    const [, below = ''] = this.text(bench).split(`### ${heading}\n`)
    const [own = ''] = below.split('\n### ')
    return own
      .split('\n')
      .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
  }
}

/** By shape and checkout, as `shape.bench.ts --json` writes them. */
type Shapes = Readonly<Record<string, Readonly<Record<string, Row>>>>

function numberIn(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text.replaceAll(',', ''))
}
