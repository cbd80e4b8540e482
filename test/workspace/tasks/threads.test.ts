import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { createCorpus, type InstrumentFile } from '../../../src/core/corpus/corpus.ts'
import { inWords } from '../../../src/core/corpus/sentence.ts'
import { compileLibrary } from '../../../src/core/corpusFile/compileLibrary.ts'
import type { CorpusFile } from '../../../src/core/corpusFile/corpusFile.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { fileIn } from '../../../src/core/corpusFile/storedFile.ts'
import { ThreadsBeside } from '../../../src/thread/threadsBeside.ts'
import { Corpora } from '../../../src/workspace/corpora/corpora.ts'
import { SearchIndexes } from '../../../src/workspace/indexes/searchIndexes.ts'
import { CorpusWork } from '../../../src/workspace/tasks/corpusWork.ts'
import { fixtureFiles } from '../../support/fixtureLibrary.ts'
import { projectRoot } from '../../support/projectPaths.ts'
import { removeFolder, undoAtExit } from '../../support/throwAway.ts'
import { MemoryHost } from '../memoryHost.ts'

const here = new CorpusWork()
const scripts = {
  ours: path.join(projectRoot, 'src/thread/corpusThread.ts'),
  breaking: path.join(import.meta.dirname, 'breakingThread.ts'),
}

/** Work beside in one thread that runs `script`. */
function workBeside(script: keyof typeof scripts, threads = 1): CorpusWork {
  return new CorpusWork(() => Promise.resolve(new ThreadsBeside(scripts[script], { threads })))
}

const encoder = new TextEncoder()

/** Corpus files that say all that can be said: those of the small library, a glossary, and what cannot be read. */
const files = [
  ...fixtureFiles(),
  {
    name: 'terms.md',
    text: '---\ntype: glossary\n---\n\n# Quay lamp {#lamp}\n\n- zh-Hans: 码头灯\n',
  },
  { name: 'broken.md', text: 'no front matter' },
]

suite('the long work on corpora', () => {
  test('files that a thread reads are stored in the same bytes as those read in slices, and say what their text says', async () => {
    const work = workBeside('ours', 2)
    const stored = await Promise.all(
      files.map(async ({ name, text }) => work.read(encoder.encode(text), name)),
    )
    for (const [at, { name, text }] of files.entries()) {
      const bytes = stored[at] ?? new Uint8Array(0)
      assert.deepEqual(bytes, await here.read(encoder.encode(text), name))
      assert.deepEqual(listed(fileIn(bytes)), listed(parseCorpusFile(text, name)))
    }
    const gbk = Uint8Array.of(0x2d, 0xd6, 0xd0)
    assert.deepEqual(await work.read(gbk, 'gbk.md'), await here.read(gbk, 'gbk.md'))
    work.dispose()
  })

  test('segments that a thread compiles have the same bytes as those compiled in slices', async () => {
    const work = workBeside('ours')
    const read = files.map(({ name, text }) => parseCorpusFile(text, name))
    const instruments: InstrumentFile[] = []
    const stored: Uint8Array[] = []
    for (const [at, file] of read.entries()) {
      if (file.kind !== 'instrument') continue
      instruments.push(file.file)
      stored.push(await here.read(encoder.encode(files[at]?.text), files[at]?.name ?? ''))
    }
    const agencies = read.flatMap((file) => (file.kind === 'register' ? file.agencies : []))
    const terms = read.flatMap((file) => (file.kind === 'glossary' ? file.terms : []))
    assert.ok(agencies.length > 1 && terms.length > 0 && instruments.length > 2)
    const surroundings = createCorpus(instruments, agencies, [], [], terms)
    const toCompile = { provisions: surroundings.provisions, surroundings }
    const inSlices = await here.compile({ ...toCompile, stored: undefined })
    assert.deepEqual(await work.compile({ ...toCompile, stored }), inSlices)
    assert.deepEqual(await work.compile({ ...toCompile, stored: undefined }), inSlices)
    work.dispose()
  })

  test('what is cancelled is given up, waiting or begun, and the thread goes on with what comes behind', async () => {
    const work = workBeside('ours')
    const long = encoder.encode(plan('Long', '\n## Part {#N}\n'.repeat(4000)))
    const begun = performance.now()
    await work.read(long, 'long.md')
    const whole = performance.now() - begun
    const cancelling = [new AbortController(), new AbortController()]
    const given = cancelling.map(({ signal }) => work.read(long, 'long.md', signal))
    const behind = work.read(encoder.encode(plan('Short')), 'short.md')
    for (const one of cancelling.toReversed()) one.abort()
    const since = performance.now()
    for (const one of given) await assert.rejects(one, { name: 'AbortError' })
    await behind
    assert.ok(performance.now() - since < whole, 'neither was read to its end')
    work.dispose()
  })

  test('however many are cancelled while they wait, what waits behind them has its turn', async () => {
    const beside = new ThreadsBeside(scripts.ours, { threads: 1 })
    const task = (title: string) => {
      return { kind: 'read', bytes: encoder.encode(plan(title)), name: `${title}.md` } as const
    }
    const cancelling = new AbortController()
    const begun = beside.run(task('Begun'))
    const given = [1, 2, 3].map(() => beside.run(task('Given up'), cancelling.signal))
    const behind = beside.run(task('Behind'))
    cancelling.abort()
    await begun
    for (const one of given) await assert.rejects(one, { name: 'AbortError' })
    assert.notEqual(fileIn(await behind), undefined)
    beside.dispose()
  })

  test('a thread that breaks down is started again once; what breaks it again is told, and costs itself only', async () => {
    const folder = newFolder()
    const work = workBeside('breaking')
    const [once, twice] = [path.join(folder, 'once'), path.join(folder, 'twice')]
    await work.read(encoder.encode(plan(`break 1 reading ${once}.`)), 'once.md')
    assert.equal(readFileSync(once, 'utf8'), 'x')
    const broken = work.read(encoder.encode(plan(`break 9 reading ${twice}.`)), 'twice.md')
    await assert.rejects(broken, { name: 'ThreadEnded' })
    assert.equal(readFileSync(twice, 'utf8'), 'xx')
    await work.read(encoder.encode(plan('Behind')), 'behind.md')
    work.dispose()
  })

  test('a corpus file that breaks what reads it is a trouble, its last good state stays, and all others are read', async () => {
    const folder = newFolder()
    const { host, corpora } = await deskWith('breaking')
    host.files.write('memory:/desk/.policy/own.md', plan('Before', '', 'own'))
    host.files.write('memory:/desk/.policy/z.md', plan('Before', '', 'zeta'))
    await corpora.reload()
    const broken = plan(`break 9 reading ${path.join(folder, 'broken')}.`, '', 'own')
    host.files.write('memory:/desk/.policy/own.md', broken)
    host.files.write('memory:/desk/.policy/z.md', plan('After', '', 'zeta'))
    await corpora.readChanged()
    assert.deepEqual(titlesOf(corpora), ['Before', 'After'])
    assert.deepEqual(
      corpora.stale.map(({ name, isUsed }) => [name, isUsed]),
      [['.policy/own.md', true]],
    )
    assert.deepEqual(
      corpora.current.troubles.map(({ message }) => inWords(message)),
      ['The file could not be read: what reads it broke down twice.'],
    )
    host.files.write('memory:/desk/.policy/own.md', plan('Mended', '', 'own'))
    await corpora.readChanged()
    assert.deepEqual(titlesOf(corpora), ['Mended', 'After'])
    assert.deepEqual(corpora.current.troubles, [])
    corpora.dispose()
  })

  test('where what compiles breaks down twice, the last good corpus stays, and that is told until it is made', async () => {
    const { host, corpora } = await deskWith('breaking')
    host.files.write('memory:/desk/.policy/own.md', plan('Before', '', 'own'))
    await corpora.reload()
    const told: string[] = []
    corpora.onDidFail((why) => told.push(inWords(why)))
    const folder = newFolder()
    const title = `break 2 compiling ${path.join(folder, 'x')}.`
    host.files.write('memory:/desk/.policy/own.md', plan(title, '', 'own'))
    await corpora.readChanged()
    assert.deepEqual(titlesOf(corpora), ['Before'])
    const why =
      'Your own corpora could not be made ready for searching: what does that broke down twice. The last good ones stay in use.'
    assert.deepEqual(told, [why])
    assert.equal(corpora.failure && inWords(corpora.failure), why)
    assert.equal(readFileSync(path.join(folder, 'x'), 'utf8'), 'xx')
    await corpora.readChanged()
    assert.deepEqual(titlesOf(corpora), [title])
    assert.equal(corpora.failure, undefined)
    corpora.dispose()
  })
})

/** `file` with its provisions in an array. */
function listed(file: CorpusFile | undefined): unknown {
  return file?.kind === 'instrument'
    ? { ...file, file: { ...file.file, provisions: [...file.file.provisions] } }
    : file
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-threads-'))
  undoAtExit(() => {
    removeFolder(folder)
  })
  return folder
}

/** A corpus file of one provision called `title`, and of what stands behind it. */
function plan(title: string, behind = '', id = 'xx-plan'): string {
  const numbered = behind
    .split('{#N}')
    .map((text, at) => (at === 0 ? text : `{#1.${String(at)}}${text}`))
  return `---\nid: ${id}\ntype: plan\ntitle: The plan\n---\n\n# ${title} {#1 kind=pillar}\n${numbered.join('')}`
}

const library = compileLibrary(fixtureFiles()).bytes
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function deskWith(
  script: keyof typeof scripts,
): Promise<{ readonly host: MemoryHost; readonly corpora: Corpora }> {
  const host = new MemoryHost()
  host.files.write('memory:/extension/dist/library.json', library)
  const work = workBeside(script)
  const indexes = new SearchIndexes(undefined, work)
  const parts = { host, extension: 'memory:/extension', indexes, work, log: silent }
  const corpora = new Corpora(parts)
  // Once the library is there own files are read by themselves: that is behind us then.
  await corpora.ready
  await corpora.reload()
  await corpora.readChanged()
  return { host, corpora }
}

/** The titles of what the analyst's own corpora have, instruments apart. */
function titlesOf({ current }: Corpora): readonly string[] {
  return current.provisions
    .filter(({ key }) => /^(?:own|zeta):1$/u.test(key))
    .map(({ titles }) => titles.en)
}
