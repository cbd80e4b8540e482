import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeBibtex } from '../../../src/core/export/bibtex.ts'

test('what is a command of TeX is escaped, Chinese stays as it is', () => {
  const entry = writeBibtex([
    {
      id: 'x:1',
      type: 'report',
      title: 'R&D at 50% {or} $5_a \\ ~ ^ #1: 计划',
      author: [{ literal: 'Ports & Quays' }],
      issued: { 'date-parts': [[2025, 3]] },
      language: 'en',
    },
  ])
  assert.equal(
    entry,
    '@report{x:1,\n' +
      '  title = {{R\\&D} at 50\\% \\{or\\} \\$5\\_a \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\#1: 计划},\n' +
      '  author = {{Ports \\& Quays}},\n' +
      '  date = {2025-03},\n' +
      '  langid = {english},\n' +
      '}\n',
  )
})
