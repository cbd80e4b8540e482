import { loneSurrogate } from '../text/controls/controlCharacters.ts'
import { visibleJson } from '../text/controls/visibleControls.ts'
import type { Finding, Findings, IgnoredFinding, UnreadFile } from './findings.ts'

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

/**
 * The findings as SARIF 2.1.0 (OASIS), which code hosts and editors show. Columns count UTF-16 units. The
 * ignored ones, where they are asked for, have `suppressions` with the reason.
 */
export function writeSarif({ findings, ignored, unread }: Findings, version: string): string {
  const all: readonly Result[] = [...findings, ...(ignored ?? [])]
  const helps = new Map(all.map(({ code, help }) => [code, help]))
  const rules = [...helps.keys()]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Policy Citation',
            version,
            informationUri: 'https://github.com/policy-citation/policy-citation',
            rules: Array.from(helps, ([id, helpUri]) => ({ id, helpUri })),
          },
        },
        invocations: [invocation(unread)],
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: rules.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: finding.message },
          // Where one result says so, all have to (3.27.23).
          ...(ignored !== undefined && { suppressions: suppressionsOf(finding) }),
          locations: [placeOf(finding)],
        })),
      },
    ],
  }
  return `${visibleJson(log, 2)}\n`
}

/** A finding, or one that a comment ignores for a reason. */
type Result = Finding & Partial<IgnoredFinding>

function suppressionsOf({ reason }: Result): readonly object[] {
  if (reason === undefined) return []
  return [{ kind: 'inSource', ...(reason !== '' && { justification: reason }) }]
}

function invocation(unread: readonly UnreadFile[]): object {
  return {
    executionSuccessful: unread.length === 0,
    toolExecutionNotifications: unread.map(notification),
  }
}

function notification({ file, why }: UnreadFile): object {
  return { level: 'error', message: { text: why }, locations: [{ physicalLocation: at(file) }] }
}

function placeOf({ file, start, end }: Finding): object {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
  return { physicalLocation: { ...at(file), region } }
}

function at(file: string): { readonly artifactLocation: { readonly uri: string } } {
  return { artifactLocation: { uri: uriOfFile(file) } }
}

/**
 * The URI reference (RFC 3986) of a file as its reader named it. A relative path stays one; a whole path, of
 * Windows with its drive or its server as well, gets the scheme `file` (RFC 8089). Each name is
 * percent-encoded by itself, so that `#`, `?`, `%` and a colon are characters of it.
 */
function uriOfFile(file: string): string {
  const path = /^(?:[a-z]:)?\\/iu.test(file) ? file.replaceAll('\\', '/') : file
  const [first = '', ...others] = path.split('/').filter((name) => name !== '.')
  const rest = others.map((name) => `/${encoded(name)}`).join('')
  if (/^[a-z]:$/iu.test(first) && rest !== '') return `file:///${first}${rest}`
  if (first !== '') return `${encoded(first)}${rest}`
  return rest.startsWith('//') ? `file:${rest}` : `file://${rest}`
}

function encoded(name: string): string {
  return encodeURIComponent(name.replace(loneSurrogate, '\uFFFD'))
}
