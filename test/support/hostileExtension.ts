import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import type { NamedText } from './fixtureLibrary.ts'
import { projectRoot } from './projectPaths.ts'
import { removeFolder, undoAtExit } from './throwAway.ts'

/** A .vsix of the extension as it is built, but with `files` as its library. */
export function packWithLibrary(files: readonly NamedText[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-packed-'))
  undoAtExit(() => {
    removeFolder(folder)
  })
  for (const part of readdirSync(projectRoot).filter(isPacked)) {
    cpSync(path.join(projectRoot, part), path.join(folder, part), {
      recursive: true,
      filter: (name) => !name.endsWith('.vsix'),
    })
  }
  writeFileSync(path.join(folder, 'dist/library.json'), compileLibrary(files).bytes)
  for (const { name, text } of files) writeFileSync(path.join(folder, 'corpus', name), text)
  const vsix = path.join(folder, 'hostile.vsix')
  pack(folder, vsix)
  return vsix
}

/** Corpus text that reads as `text`, whatever Markdown would make of it. */
export function literally(text: string): string {
  return text.replaceAll(/[\p{P}\p{S}]/gu, (mark) => (mark < '\u0080' ? `\\${mark}` : mark))
}

function isPacked(part: string): boolean {
  return /^(?:package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|\.vscodeignore|dist|l10n|media|corpus)$/.test(
    part,
  )
}

function pack(folder: string, vsix: string): void {
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--out', vsix],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`vsce package failed:\n${stdout}${stderr}`)
}
