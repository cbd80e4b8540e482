import type { Part } from './outline.ts'

/** `1.1`, `a.1`: the number behind which it was inserted, and its own behind that. */
const inserted = /^(.+)\.\d{1,3}$/u

/**
 * The parts that were inserted behind others and bear their number with another behind a dot, as in acts of Canada:
 * subsection (1.1) behind (1), paragraph (a.1) behind (a), and sections, which are counted through the whole act and
 * have subsections (1), (2): section 2.1 behind section 2. All other numbers with a dot go on from what they stand in.
 */
export function insertedParts(parts: readonly Part[]): ReadonlySet<Part> {
  const found = new Set<Part>()
  const sections = sectionsIn(parts)
  if (sections.some(({ parts: below }) => below.some(isSubsection))) {
    addInserted(found, sections)
  }
  addBelow(found, parts)
  return found
}

/** Sections, but for those that stand within another. */
function sectionsIn(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => {
    if (part.kind === 'annex') return []
    return part.kind === 'section' ? [part] : sectionsIn(part.parts)
  })
}

function isSubsection({ kind, label = '' }: Part): boolean {
  return kind === 'subsection' && /^\d+$/u.test(label)
}

/** Within measures, and the sections that hold these, each is counted among those beside it. */
function addBelow(found: Set<Part>, parts: readonly Part[]): void {
  for (const { level, kind, parts: below } of parts) {
    if (level === 'measure' || kind === 'section')
      addInserted(
        found,
        below.filter((part) => part.level === 'measure'),
      )
    addBelow(found, below)
  }
}

function addInserted(found: Set<Part>, parts: readonly Part[]): void {
  const labels = new Set(parts.map(({ label }) => label))
  for (const part of parts) {
    const [, before] = inserted.exec(part.label ?? '') ?? []
    if (before !== undefined && labels.has(before)) found.add(part)
  }
}
