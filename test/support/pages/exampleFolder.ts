// A folder in which what a page tells its reader to do is done, with the command line that ships in `dist`.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildCommandLine } from '../../../scripts/build.mjs'
import { nodeOfCommandLine } from '../commandLine.ts'
import { projectRoot } from '../projectPaths.ts'
import { removeFolder, undoAtExit } from '../throwAway.ts'

/** Why commands of pages are skipped here: they are written for a shell that Windows has not. */
export const noShell = process.platform === 'win32' && 'no shell of Unix here'

/** What a command of a page came to. */
export interface Outcome {
  /** All that it printed, errors among it. */
  readonly printed: string
  readonly status: number | null
}

/** The folder of a reader who follows a page. */
export class ExampleFolder {
  readonly path: string

  private constructor(folder: string) {
    this.path = folder
  }

  /** A new folder, with `dist/cli.js` as `npm run build` makes it, `node` and `pandoc` within reach. */
  static async make(): Promise<ExampleFolder> {
    const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-examples-'))
    undoAtExit(() => {
      removeFolder(folder)
    })
    const script = await buildCommandLine(path.join(folder, 'extension'))
    mkdirSync(path.join(folder, 'pages'))
    symlinkSync(path.join(folder, 'extension'), path.join(folder, 'pages/policy-citation'))
    mkdirSync(path.join(folder, 'bin'))
    symlinkSync(nodeOfCommandLine, path.join(folder, 'bin/node'))
    const cspell = path.join(projectRoot, 'node_modules/cspell/bin.mjs')
    putProgram(path.join(folder, 'bin/cspell'), cspell)
    putProgram(path.join(folder, 'bin/pandoc'), path.join(import.meta.dirname, 'pandocProgram.ts'))
    return new ExampleFolder(folder).for('first', path.dirname(script))
  }

  /** A folder of its own for another page, with the same programs; beside it lies `policy-citation`, as built. */
  for(name: string, dist = this.file('dist')): ExampleFolder {
    const folder = path.join(this.#top, 'pages', name.replaceAll('/', '-'))
    mkdirSync(folder, { recursive: true })
    symlinkSync(dist, path.join(folder, 'dist'))
    return new ExampleFolder(folder)
  }

  get #top(): string {
    const [top = ''] = this.path.split(`${path.sep}pages${path.sep}`)
    return top
  }

  /** The path of the file called `name` in this folder. */
  file(name: string): string {
    return path.join(this.path, name)
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.file(name)), { recursive: true })
    writeFileSync(this.file(name), content)
  }

  /** Does what stands behind `$ ` in a page. */
  run(command: string): Outcome {
    const { stdout, status } = spawnSync('sh', ['-c', `{ ${command}\n} 2>&1`], {
      cwd: this.path,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${path.join(this.#top, 'bin')}:${process.env['PATH'] ?? ''}`,
        NODE_OPTIONS: '',
      },
    })
    return { printed: stdout, status }
  }
}

/** Makes `file` a program that is `script`, run by the Node of the tests. */
function putProgram(file: string, script: string): void {
  const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" ${quiet} "${script}" "$@"\n`)
  chmodSync(file, 0o755)
}
