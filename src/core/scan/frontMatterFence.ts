/** A line of three hyphens opens front matter at the start of a report; three hyphens or full stops close it (Pandoc manual, "yaml_metadata_block"). */
const opening = /^---[ \t]*(?:\r\n|\n|\r)/u
const closing = /^(?:---|\.\.\.)[ \t]*$/gmu

/** The offset behind the front matter of `source` and its line ending; 0 when it has none. */
export function frontMatterEnd(source: string): number {
  const opened = opening.exec(source)
  if (opened === null) return 0
  closing.lastIndex = opened[0].length
  const closed = closing.exec(source)
  if (closed === null) return 0
  const end = closed.index + closed[0].length
  if (source.startsWith('\r\n', end)) return end + 2
  return Math.min(end + 1, source.length)
}
