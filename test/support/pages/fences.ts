/** An example of a page, between fences: ```` ```markdown report.md ````. */
export interface Fence {
  readonly language: string
  /** The file that it shows, where it has a name. */
  readonly name: string | undefined
  readonly content: string
  /** Its line in the page, from 1 on. */
  readonly line: number
}

/** All examples of a page, in their order. */
export function fencesIn(page: string): readonly Fence[] {
  return [...page.matchAll(/^```(\w*)(?: (\S+))?\n(.*?)^```$/gmsu)].map((match) => ({
    language: match[1] ?? '',
    name: match[2],
    content: match[3] ?? '',
    line: page.slice(0, match.index).split('\n').length,
  }))
}

/** `page` without its examples. */
export function withoutFences(page: string): string {
  return page.replaceAll(/^```.+?^```$/gmsu, '')
}

/** The files that a page shows, by the names behind the languages of their fences. */
export function filesIn(page: string): readonly (readonly [name: string, content: string])[] {
  return fencesIn(page).flatMap(({ name, content }) =>
    name === undefined ? [] : [[name, content] as const],
  )
}

/** A command of a session, and what it prints. */
export interface Command {
  readonly command: string
  readonly printed: string
}

/** What is done in a session: each command stands behind `$ `, and below it what it prints. */
export function commandsIn(session: string): readonly Command[] {
  return session
    .split(/^\$ /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { command: part.slice(0, end), printed: part.slice(end + 1) }
    })
}
