/** Whether a report still shows what it is reduced for. */
export type Holds = (report: string) => Promise<boolean>

/**
 * A part of `report` for which `holds` is still true, and from which no line and no run of characters
 * can be left out.
 */
export async function reduced(report: string, holds: Holds): Promise<string> {
  const lines = await withoutParts(report.split(/(?<=\n)/), holds)
  const words = await withoutParts(lines.split(/(?<=\s)|(?=[[\]()*_`$<>{}@;])/), holds)
  return withoutParts(Array.from(words), holds)
}

/** `parts` without as many runs of them as `holds` lets go, longer runs first. */
async function withoutParts(parts: readonly string[], holds: Holds): Promise<string> {
  let left = parts
  for (let length = Math.ceil(parts.length / 2); length >= 1; length = Math.floor(length / 2)) {
    left = await withoutRuns(left, length, holds)
  }
  return left.join('')
}

async function withoutRuns(
  parts: readonly string[],
  length: number,
  holds: Holds,
): Promise<readonly string[]> {
  let left = parts
  for (let start = 0; start < left.length;) {
    const shorter = left.toSpliced(start, length)
    if (await holds(shorter.join(''))) left = shorter
    else start += length
  }
  return left
}
