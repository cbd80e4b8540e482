import { readCslFile } from './cslFile.ts'

/**
 * The keys that the bibliography file `text` holds, by the format that the end of its name `path` says;
 * `undefined` where it is of no format that is read here, or not well formed. Rather too many keys than
 * too few: a key in a comment counts as well.
 */
export function heldKeys(path: string, text: string): ReadonlySet<string> | undefined {
  const format = /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase()
  if (format === 'json') return keysOfJson(text)
  if (format === 'yaml' || format === 'yml') return keysOfYaml(text)
  const isBibtex = format === 'bib' || format === 'bibtex' || format === 'biblatex'
  return isBibtex ? keysMatching(/@[a-z]+\s*[{(]\s*([^\s,{}()]+)\s*,/giu, text) : undefined
}

/** The keys of the items in `yaml`: of CSL in YAML, or of `references:` in front matter. */
export function keysOfYaml(yaml: string): ReadonlySet<string> {
  return keysMatching(/(?:^|[\s{,-])["']?id["']?\s*:\s*["']?([^\s"',}]+)/gmu, yaml)
}

function keysOfJson(text: string): ReadonlySet<string> | undefined {
  const entries = readCslFile(text)
  return typeof entries === 'string' ? undefined : new Set(entries.keys())
}

function keysMatching(pattern: RegExp, text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, key]) => key ?? ''))
}
