import { readFileSync } from 'node:fs'
import { publishedStyle } from '../officialSource.ts'
import type { ExampleFolder, Outcome } from './exampleFolder.ts'
import { commandsIn, fencesIn, type Command, type Fence } from './fences.ts'

/** A command of a page, done in its order behind the files that the page shows above it. */
export interface Run {
  readonly fence: Fence
  /** The command, and what the page says that it prints; a script says nothing of that. */
  readonly told: Command
  /** What it came to; `undefined` where what it needs is not part of what tests need. */
  readonly outcome: Outcome | undefined
}

/** Does all that `page` shows, from its beginning to its end, in `folder`. */
export function runPage(page: string, folder: ExampleFolder): readonly Run[] {
  return fencesIn(page).flatMap((fence) => {
    if (fence.name !== undefined) folder.write(fence.name, fence.content)
    layStyles(fence, folder)
    return commandsOf(fence).map((told) => ({ fence, told, outcome: outcomeOf(told, folder) }))
  })
}

function commandsOf({ language, name, content }: Fence): readonly Command[] {
  if (name !== undefined) return []
  if (language === 'console') return commandsIn(content)
  if (language !== 'sh') return []
  const lines = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((command) => ({ command, printed: '' }))
}

/** Lays the styles that `fence` names beside the report, where they are at hand. */
function layStyles({ content }: Fence, folder: ExampleFolder): void {
  for (const [, name = ''] of content.matchAll(/ --csl (\S+)\.csl\b/gu)) {
    const { file, skip } = publishedStyle(name)
    if (skip === false) folder.write(`${name}.csl`, readFileSync(file))
  }
}

/** Why `command` is not run here, if it is not. */
export function whyNot(command: string): string | undefined {
  const [, style] = / --csl (\S+)\.csl\b/u.exec(command) ?? []
  if (command.startsWith('npm ')) return 'npm runs the tests themselves'
  if (command.startsWith('quarto ')) return 'Quarto is no part of what tests need'
  return style === undefined ? undefined : publishedStyle(style).skip || undefined
}

function outcomeOf({ command }: Command, folder: ExampleFolder): Outcome | undefined {
  return whyNot(command) === undefined ? folder.run(command) : undefined
}

/** `page` with what its sessions print now. */
export function renewedPage(page: string, runs: readonly Run[]): string {
  const lines = page.split('\n')
  const fences = [...new Set(runs.map(({ fence }) => fence))].reverse()
  for (const fence of fences) {
    if (fence.language !== 'console') continue
    const session = runs.filter((run) => run.fence === fence)
    const told = session.map(({ told: { command }, outcome }) =>
      `$ ${command}\n${outcome?.printed ?? ''}`.trimEnd(),
    )
    lines.splice(fence.line, fence.content.split('\n').length - 1, ...told.join('\n').split('\n'))
  }
  return lines.join('\n')
}
