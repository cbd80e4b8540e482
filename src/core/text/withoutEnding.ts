/** The name of a file without what stands behind its last dot: `report.en` of `report.en.md`. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/u, '')
}
