import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { ancestor } from 'acorn-walk'
import { root } from './steps.mjs'

/** A shorter text takes less than its place in a list, in UTF-16 units: by itself, in a template, as a pattern. */
const shortest = 12
const shortestInTemplate = 16
const shortestPattern = 28

/** The English sentences that are said in Chinese, too. */
const sentences = new Set(
  Object.keys(JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'))),
)

/**
 * The texts of the web bundle, which are data and no code: sentences, lists of words, parts of patterns. They
 * stand in a list that lies beside the bundle, each once.
 */
export class TextsBeside {
  #places = new Map()

  /** The list. */
  get all() {
    return [...this.#places.keys()]
  }

  /** `code`, a script, which looks its texts up in `texts`. */
  lookUp = (code) => {
    const edits = []
    ancestor(parse(code, { ecmaVersion: 'latest' }), {
      Literal: (node, _, path) => {
        if (isText(node, path.at(-2))) edits.push({ ...node, text: this.#placeOf(node.value) })
        if (isPattern(node, path)) edits.push({ ...node, text: this.#madePattern(node.regex) })
      },
      TemplateLiteral: (node, _, path) => {
        if (path.at(-2).type === 'TaggedTemplateExpression') return
        edits.push(...this.#longPartsOf(node))
      },
      TaggedTemplateExpression: (node) => {
        const template = templateOf(node.quasi)
        if (!sentences.has(template) || template.length < shortest) return
        edits.push(...asSentence(node, this.#placeOf(template)))
      },
    })
    return withEdits(code, edits)
  }

  #madePattern({ pattern, flags }) {
    return `new RegExp(${this.#placeOf(pattern)},"${flags}")`
  }

  /** What the long parts of a template, between its values, become. */
  #longPartsOf({ quasis }) {
    return quasis
      .filter(({ value }) => value.cooked.length >= shortestInTemplate)
      .map(({ start, end, value }) => {
        return { start, end, text: `\${${this.#placeOf(value.cooked)}}` }
      })
  }

  #placeOf(text) {
    if (!this.#places.has(text)) this.#places.set(text, this.#places.size)
    return `texts[${this.#places.get(text)}]`
  }
}

/** Whether a literal is a text, and neither a name of a member nor a directive. */
function isText(node, parent) {
  if (typeof node.value !== 'string' || node.value.length < shortest) return false
  return !(parent.key === node && !parent.computed) && parent.directive === undefined
}

/** Whether a literal is a long pattern that is made once: within a function, a literal is made faster. */
function isPattern({ regex }, path) {
  if (regex === undefined || regex.pattern.length < shortestPattern) return false
  return !path.some(({ type }) => /Function|^PropertyDefinition$/.test(type))
}

/** What a template says, with `{0}`, `{1}` and so on where the values stand. */
function templateOf({ quasis }) {
  return quasis
    .map(({ value }) => value.cooked)
    .reduce((before, text, at) => `${before}{${at - 1}}${text}`)
}

/** The edits that make of a tagged template what its tag makes of it: a sentence of core (`src/core/corpus/sentence.ts`). */
function asSentence({ start, end, quasi: { expressions } }, place) {
  const [first] = expressions
  if (first === undefined) return [{ start, end, text: `({template:${place},values:[]})` }]
  const between = expressions.slice(1).map((next, at) => {
    return { start: expressions[at].end, end: next.start, text: ',' }
  })
  return [
    { start, end: first.start, text: `({template:${place},values:[` },
    ...between,
    { start: expressions.at(-1).end, end, text: ']})' },
  ]
}

/** `code` with `edits`, which lie apart. */
function withEdits(code, edits) {
  let behind = 0
  const parts = edits
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, text }) => {
      const before = code.slice(behind, start)
      behind = end
      // A keyword may stand right before quotation marks, but not within a template.
      return /[\w$]$/.test(before) && /^\w/.test(text) ? `${before} ${text}` : before + text
    })
  return parts.join('') + code.slice(behind)
}
