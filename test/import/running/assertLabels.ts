import assert from 'node:assert/strict'
import { proposed } from '../proposed.ts'

/** Asserts the labels of what each text proposes, with the kinds that are not usual. */
export async function assertLabels(labelsOf: Readonly<Record<string, string>>): Promise<void> {
  for (const [text, labels] of Object.entries(labelsOf)) {
    assert.equal((await proposed(text)).labels, labels, text)
  }
}
