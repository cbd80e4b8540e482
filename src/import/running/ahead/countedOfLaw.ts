import { measureStart } from '../sectionMark.ts'

/** Of articles and sections, those of which a first and a second stand in `lines`: a single one is but spoken of. */
export function countedOfLaw(lines: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const line of lines) {
    const { kind = '', label = '' } = measureStart(line) ?? {}
    if (/^(?:[12]|II?)$/u.test(label))
      seen.add(`${kind} ${String(label.length > 1 || label === '2')}`)
  }
  return new Set(
    ['article', 'section'].filter((kind) => seen.has(`${kind} true`) && seen.has(`${kind} false`)),
  )
}
