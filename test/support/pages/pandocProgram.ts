// Plays the program `pandoc` in the examples of pages: Pandoc itself, as npm's pandoc-wasm has it, asked with
// those options of its command line that pages name.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import { convert } from 'pandoc-wasm'

const { tokens, values, positionals } = parseArgs({
  allowPositionals: true,
  tokens: true,
  options: {
    'lua-filter': { type: 'string', multiple: true },
    citeproc: { type: 'boolean', multiple: true },
    csl: { type: 'string' },
    bibliography: { type: 'string' },
    defaults: { type: 'string' },
    standalone: { type: 'boolean', short: 's' },
    to: { type: 'string', short: 't' },
    output: { type: 'string', short: 'o' },
  },
})

const filters = tokens.flatMap((token) => {
  if (token.kind !== 'option') return []
  if (token.name === 'citeproc') return [{ type: 'citeproc' }]
  return token.name === 'lua-filter' ? [{ type: 'lua', path: token.value }] : []
})

const [input = ''] = positionals
const output = values.output ?? '-'
const formats: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.txt': 'plain',
  '.tex': 'latex',
}
const ending = path.extname(output)
const defaults = values.defaults === undefined ? {} : load(readFileSync(values.defaults, 'utf8'))
const { stdout, stderr, files } = await convert(
  {
    ...{ from: 'markdown', wrap: 'none' },
    to: values.to ?? formats[ending] ?? (ending === '' ? 'html' : ending.slice(1)),
    ...(filters.length > 0 ? { filters } : {}),
    ...(values.csl === undefined ? {} : { csl: values.csl }),
    ...(values.bibliography === undefined ? {} : { bibliography: [values.bibliography] }),
    ...(values.standalone === true ? { standalone: true } : {}),
    ...(output === '-' ? {} : { 'output-file': output }),
    ...(typeof defaults === 'object' ? defaults : {}),
  },
  readFileSync(input, 'utf8'),
  filesHere(),
)

process.stderr.write(stderr)
process.stdout.write(stdout)
const made = files[output]
if (made !== undefined) writeFileSync(output, new Uint8Array(await made.arrayBuffer()))

/** All files beside the report, by their names, as text. */
function filesHere(): Record<string, string> {
  const names = globSync('**/*.{md,json,lua,csl,yaml,yml}', { exclude: ['dist'] })
  return Object.fromEntries(
    names
      .filter((name) => existsSync(name) && statSync(name).isFile())
      .map((name) => [name, readFileSync(name, 'utf8')]),
  )
}
