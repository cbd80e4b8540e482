import { cellOf, figures as shapeFigures } from '../shape/figures.ts'
import { goals, type Goal } from './goals.ts'
import type { PrintedFigures } from './printedFigures.ts'

/** The parts of `docs/performance.md` that are made of figures, by the names in their marks. */
export type FilledPart = 'goals' | 'shapes' | 'index'

/** What each part says, by what was printed last. */
export function filledParts(figures: PrintedFigures): Readonly<Record<FilledPart, string>> {
  return { goals: goalTable(figures), shapes: shapeTable(figures), index: indexTables(figures) }
}

/** `page` with `parts` between their marks. */
export function filledPage(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, content]) => {
    const [before, rest] = text.split(`<!-- ${name} -->`)
    const [, after] = rest?.split(`<!-- /${name} -->`) ?? []
    if (before === undefined || after === undefined) throw new Error(`There is no mark of ${name}.`)
    return `${before}<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->${after}`
  }, page)
}

function goalTable(figures: PrintedFigures): string {
  const rows = goals.map((goal) => {
    const value = goal.of(figures)
    return [
      String(goal.number),
      goal.what,
      `${goal.bound === 'most' ? '≤' : '≥'} ${written(goal.limit, goal.unit)}`,
      value === undefined ? '–' : written(value, goal.unit),
      value === undefined ? 'not measured' : verdict(goal, value),
      `\`${goal.bench}\``,
    ]
  })
  const head = ['goal', 'what', 'limit', 'measured', 'met', 'benchmark']
  return table(head, rows, ['goal', 'what', 'met', 'benchmark'])
}

/** Whether a goal is met, and else by how much it is missed. */
function verdict({ bound, limit, unit }: Goal, value: number): string {
  if (bound === 'most' ? value <= limit : value >= limit) return 'yes'
  if (unit === '%') return `**no**, ${(limit - value).toFixed(1)} points below`
  const factor = bound === 'most' ? value / limit : limit / value
  return `**no**, ${factor.toFixed(factor < 10 ? 1 : 0)} times`
}

function written(value: number, unit: Goal['unit']): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value < 10 ? 3 : 1
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`
}

function shapeTable(figures: PrintedFigures): string {
  const { shapes } = figures
  const heads = shapes.map((shape) =>
    shape
      .split('x')
      .map((count) => Number(count).toLocaleString('en'))
      .join(' / '),
  )
  const rows = shapeFigures.map((figure) => [
    figure.name,
    ...shapes.map((shape) => cellOf(figure, figures.shape(shape, figure.name) ?? Number.NaN)),
  ])
  return shapes.length === 0 ? 'Not measured.' : table(['', ...heads], rows)
}

function indexTables(figures: PrintedFigures): string {
  const sizes = [...figures.text('search').matchAll(/^### (.*)$/gmu)].map(([, size = '']) => size)
  const tables = sizes.map((size) => {
    const [head = [], ...rows] = figures.table('search', size)
    return `### ${size}\n\n${table(head, rows)}`
  })
  return tables.length === 0 ? 'Not measured.' : tables.join('\n\n')
}

/** A table whose figures stand right, and what is in `words` left. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly string[] = head.slice(0, 1),
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const bars = head.map((name) => (words.includes(name) ? '---' : '---:'))
  return [line(head), line(bars), ...rows.map(line)].join('\n')
}
