import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv, { type ValidateFunction } from 'ajv'
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' }
import type { Finding, Findings } from '../../../src/core/export/findings.ts'
import { writeSarif } from '../../../src/core/export/sarif.ts'

const isSarif = validator()

/** What checks a log against the schema of SARIF 2.1.0, as Microsoft's package for tests has it. */
function validator(): ValidateFunction {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true })
  ajv.addMetaSchema(draft04)
  return ajv.compile(schema)
}

function finding(more: Partial<Finding>): Finding {
  return {
    file: 'report.md',
    span: { start: 0, end: 3 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 4 },
    code: 'citation.unknown-key',
    help: 'https://example.org/problems.md#citation-unknown-key',
    severity: 'error',
    message: 'No provision has this key.',
    ...more,
  }
}

function found(more: Partial<Findings>): Findings {
  return { reports: 1, unread: [], findings: [], verdicts: new Map(), ...more }
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly object[] } }
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean
          readonly toolExecutionNotifications: readonly Placed[]
        },
      ]
      readonly results: readonly (Placed & {
        readonly ruleId: string
        readonly ruleIndex: number
      })[]
    },
  ]
}

interface Placed {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
  ]
}

/** What is written of `findings`, which must be valid. */
function logOf(findings: Findings): Log['runs'][0] {
  const text = writeSarif(findings, '1.2.3')
  const log: unknown = JSON.parse(text)
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, undefined, 2))
  return (log as Log).runs[0]
}

function uriOf(file: string): string {
  const [result] = logOf(found({ findings: [finding({ file })] })).results
  return result?.locations[0].physicalLocation.artifactLocation.uri ?? ''
}

suite('SARIF 2.1.0', () => {
  test('the schema refuses what is none', () => {
    for (const wrong of [
      { version: '2.1.0' },
      { version: '2.0.0', runs: [] },
      { version: '2.1.0', runs: [{ tool: { driver: {} } }] },
    ]) {
      assert.ok(!isSarif(wrong), JSON.stringify(wrong))
    }
    const text = writeSarif(found({ findings: [finding({ file: 'a' })] }), '1')
    for (const [right, wrong] of [
      ['"uri": "a"', '"uri": "a b"'],
      ['"startLine": 1', '"startLine": 0'],
      ['"level": "error"', '"level": "bad"'],
    ] as const) {
      assert.ok(text.includes(right))
      assert.ok(!isSarif(JSON.parse(text.replace(right, wrong))), wrong)
    }
  })

  test('it is valid without findings, with findings of all severities, and with files that were not read', () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const
    const run = logOf(
      found({
        findings: severities.map((severity) => finding({ severity, code: `a.${severity}` })),
        unread: [{ file: 'no #1.md', why: 'no #1.md is not there.' }],
      }),
    )
    assert.equal(run.results.length, severities.length)
    assert.equal(run.invocations[0].executionSuccessful, false)
    const [told] = run.invocations[0].toolExecutionNotifications
    assert.equal(told?.locations[0].physicalLocation.artifactLocation.uri, 'no%20%231.md')
    assert.equal(logOf(found({})).invocations[0].executionSuccessful, true)
  })

  test('each code is one rule, with the address that explains it', () => {
    const other = finding({ code: 'citation.glued', help: 'https://example.org/#citation-glued' })
    const { tool, results } = logOf(found({ findings: [finding({}), other, finding({})] }))
    assert.deepEqual(tool.driver.rules, [
      { id: 'citation.unknown-key', helpUri: finding({}).help },
      { id: 'citation.glued', helpUri: other.help },
    ])
    assert.deepEqual(
      results.map(({ ruleIndex }) => ruleIndex),
      [0, 1, 0],
    )
  })

  for (const [file, uri] of [
    ['report.md', 'report.md'],
    ['./a/report.md', 'a/report.md'],
    ['../report.md', '../report.md'],
    ['my reports/report 1.md', 'my%20reports/report%201.md'],
    ['报告/第一章.md', '%E6%8A%A5%E5%91%8A/%E7%AC%AC%E4%B8%80%E7%AB%A0.md'],
    ['c#/what?.md', 'c%23/what%3F.md'],
    ['100%/a%20b.md', '100%25/a%2520b.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['[x]{y}^|`"<>\\.md', '%5Bx%5D%7By%7D%5E%7C%60%22%3C%3E%5C.md'],
    ['new\nline\u001B.md', 'new%0Aline%1B.md'],
    ['half\uD800.md', 'half%EF%BF%BD.md'],
    ['/tmp/my report.md', 'file:///tmp/my%20report.md'],
    ['C:/Users/Ann Lee/report #1.md', 'file:///C:/Users/Ann%20Lee/report%20%231.md'],
    ['c:\\Users\\李\\report.md', 'file:///c:/Users/%E6%9D%8E/report.md'],
    ['\\\\server\\share\\report 1.md', 'file://server/share/report%201.md'],
    ['//server/share/report.md', 'file://server/share/report.md'],
  ] as const) {
    test(`case 52: the address of ${JSON.stringify(file)} is ${uri}`, () => {
      assert.equal(uriOf(file), uri)
    })
  }

  test('what is said of a text has its control characters escaped', () => {
    const message = 'a\u001B[31m\u009B\u202E\u2028b\uD800'
    const text = writeSarif(found({ findings: [finding({ message })] }), '1')
    assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Surrogate}\u202E\u2028]/u)
    assert.ok(JSON.stringify(JSON.parse(text)).includes(JSON.stringify(message).slice(1, -1)))
  })
})
