/** A TeX environment that is open: its name, and how many of that name are open within each other. */
interface OpenEnvironment {
  readonly name: string
  readonly depth: number
}

/** In these no other of their name begins. */
export const verbatimEnvironments: ReadonlySet<string> = new Set([
  ...['verbatim', 'Verbatim', 'lstlisting', 'comment'],
])

const longestBeginning = 100
const tokens = /\\(begin|end)[ \t]*\{([^{}\r\n]*)\}|\\.|%/g

/** The environment that the backslash at `at` of `line` begins, and where what is in it does. */
export function environmentAt(
  line: string,
  at: number,
): { readonly name: string; readonly start: number } | undefined {
  const head = line.slice(at, at + longestBeginning)
  const beginning = /^\\begin[ \t]*\{([^{}]+)\}/.exec(head)
  return beginning === null
    ? undefined
    : { name: beginning[1] ?? '', start: at + beginning[0].length }
}

/**
 * What is open of an environment behind the part of `line` from `from` on, and where it ends if it does:
 * where too few end for all of its name to, at the last that there is, as `hasEnd` tells of what follows.
 */
export function followEnvironment(
  line: string,
  from: number,
  { name, depth }: OpenEnvironment,
  hasEnd: (at: number) => boolean,
): { readonly open: OpenEnvironment | undefined; readonly at: number } {
  const reader = new RegExp(tokens)
  reader.lastIndex = from
  let left = depth
  for (let token = reader.exec(line); token !== null; token = reader.exec(line)) {
    if (token[0] === '%') break
    if (token[2] !== name) continue
    if (token[1] === 'begin') left += verbatimEnvironments.has(name) ? 0 : 1
    else left -= 1
    const isLast = token[1] === 'end' && (left === 0 || !hasEnd(reader.lastIndex))
    if (isLast) return { open: undefined, at: reader.lastIndex }
  }
  return { open: { name, depth: left }, at: line.length }
}

const endsAndComments = /\\end[ \t]*\{([^{}\r\n]*)\}|\\[^\r\n]|[%\r\n]/g

/** Where the last end of each environment stands in `text`, by their names; none behind a percent sign counts. Linear. */
export function lastEnds(text: string): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  if (!text.includes('\\end')) return ends
  let isComment = false
  for (const { 0: token, 1: name, index } of text.matchAll(endsAndComments)) {
    if (token === '%') isComment = true
    else if (token === '\n' || token === '\r') isComment = false
    else if (name !== undefined && !isComment) ends.set(name, index)
  }
  return ends
}
