/** Where a report lies, as absolute paths of URIs, with slashes only. */
export interface ReportPlace {
  readonly folder: string
  /** The folder that nothing is written outside of. */
  readonly bounds: string
}

/**
 * The path of the file that `path` of the front matter means to a report in `folder`; `undefined`
 * where it is not within `bounds`. Dots that lead upward are resolved first, and a backslash, which
 * means one thing here and another there, is refused.
 */
export function bibliographyPath(
  path: string,
  { folder, bounds }: ReportPlace,
): string | undefined {
  if (path.includes('\\') || path.includes('\0')) return undefined
  const file = resolved(path.startsWith('/') ? path : `${folder}/${path}`)
  const within = resolved(bounds)
  return file.startsWith(within === '/' ? within : `${within}/`) ? file : undefined
}

/** An absolute path without empty steps and dots. */
function resolved(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}
