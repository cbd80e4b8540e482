import path from 'node:path'

/** Reporter for node:test that gives, as JSON, how many tests passed, failed and were skipped. */
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details.type === 'suite') {
      // Only a suite that failed of itself, not through its tests, is a finding of its own.
      if (type === 'test:fail' && data.details.error?.failureType === 'hookFailed')
        counts.failed += 1
    } else if (type === 'test:fail') counts.failed += data.todo === undefined ? 1 : 0
    else if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1
    else if (isEmptyFile(data)) counts.failed += 1
    else counts.passed += 1
  }
  yield JSON.stringify(counts)
}

/** A file without any test is reported as a test of the file's name that passed. */
function isEmptyFile({ name, nesting, file }) {
  return nesting === 0 && file !== undefined && path.resolve(name) === file
}
