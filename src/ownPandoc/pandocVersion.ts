/** A version as numbers: `[2, 17, 1, 1]`. */
type Version = readonly number[]

/** The oldest Pandoc that our filter runs in. */
const oldestPandoc = '2.17'

/** The version that `pandoc --version` says; `undefined` where what answered is no Pandoc. */
export function versionSaid(output: string): string | undefined {
  return /^pandoc(?:\.exe)? (\d+(?:\.\d+)*)/u.exec(output)?.[1]
}

/** Whether `version` is {@link oldestPandoc} or later. */
export function isNewEnough(version: string): boolean {
  return compared(numbersIn(version), numbersIn(oldestPandoc)) >= 0
}

function numbersIn(version: string): Version {
  return version.split('.').map(Number)
}

function compared(one: Version, other: Version): number {
  const at = other.findIndex((number, index) => number !== (one[index] ?? 0))
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
