import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectTexts } from './projectText.ts'

const shows = /\bshow(?:Error|Information|Warning)Message\b.*/gu

test('messages are shown in one place, which makes no link of what others wrote', () => {
  const showing = projectTexts('src/**/*.ts').flatMap(({ path, text }) =>
    [...text.matchAll(shows)].map(([call]) => ({ path, call })),
  )
  assert.deepEqual([...new Set(showing.map(({ path }) => path))], ['src/vscode/messages.ts'])
  for (const { call } of showing) assert.match(call, /^show\w+\(plainMessage\(/u)
})
