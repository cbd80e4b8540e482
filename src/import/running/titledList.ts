/** A heading that a list follows in its line: behind a full stop, a colon or a dash. */
const titled = /^(\p{Lu}[^.(:;—]{1,90})(?:\.\s?—|[.:—])\s*(?=\([1iAaI]\)\s*\S)/u

/** The heading and the list of `Time. (1) Within 30 days.`, as the Code of Federal Regulations prints both behind `(b)`. */
export function titledList(
  text: string,
): { readonly heading: string; readonly rest: string } | undefined {
  const [whole, heading] = titled.exec(text) ?? []
  if (whole === undefined || heading === undefined) return undefined
  return { heading, rest: text.slice(whole.length) }
}
