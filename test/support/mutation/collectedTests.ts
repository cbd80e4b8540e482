/** A test of a file that was imported with this module in the place of `node:test`. */
export interface CollectedTest {
  /** Its title, behind those of the suites that it stands in. */
  readonly name: string
  readonly run: () => unknown
}

/** All tests of the files imported so far. */
export const collected: CollectedTest[] = []

const titles: string[] = []

/** What `node:test` calls so: its tests are collected at once. */
export function suite(title: string, body: () => void): void {
  titles.push(title)
  body()
  titles.pop()
}

/** What `node:test` calls so: it is collected, and run whenever somebody asks. */
export function test(title: string, run: () => unknown): void {
  collected.push({ name: [...titles, title].join(' > '), run })
}
