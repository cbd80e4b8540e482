import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { DocumentError } from '../../src/import/documentError.ts'
import { outlineOf } from '../../src/import/outlineOf.ts'
import { usualLimits, whyNotRead } from '../../src/import/readingLimits.ts'

/** Why a document is refused, in words. */
async function refusal(document: string | Uint8Array): Promise<string> {
  const bytes = typeof document === 'string' ? strToU8(document) : document
  try {
    await outlineOf(bytes)
  } catch (error) {
    assert.ok(error instanceof DocumentError, String(error))
    return inWords(whyNotRead(error, usualLimits, { time: 'time', memory: 'memory' }))
  }
  return 'read'
}

/** A character for a byte, behind it some more. */
function bytesOf(start: string, more = '\0\u0001\u0002'): Uint8Array {
  return strToU8(start + more.repeat(20), true)
}

const compound = (entry: string): Uint8Array =>
  bytesOf(`\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1${Array.from(entry).join('\0')}\0`)

const packed = (names: readonly string[], type?: string): Uint8Array =>
  zipSync({
    ...(type !== undefined && { mimetype: strToU8(type) }),
    ...Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])),
  })

test('a format that is not read is named, with what to save it as', async () => {
  const opendocument = 'application/vnd.oasis.opendocument'
  const cases: readonly (readonly [Uint8Array, string, string])[] = [
    [strToU8('{\\rtf1\\ansi Lamps}'), '.rtf', '.docx'],
    [compound('WordDocument'), '.doc', '.docx'],
    [compound('Workbook'), '.xls', '.csv'],
    [compound('PowerPoint Document'), '.ppt', '.pdf'],
    [compound('MatOST'), '.wps', '.docx'],
    [packed(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']), '.xlsx', '.csv'],
    [packed(['[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml']), '.pptx', '.pdf'],
    [packed(['META-INF/container.xml'], 'application/epub+zip'), '.epub', '.docx'],
    [packed(['content.xml'], `${opendocument}.spreadsheet`), '.ods', '.csv'],
    [packed(['content.xml'], `${opendocument}.presentation`), '.odp', '.pdf'],
    [packed(['Index/Document.iwa']), '.pages', '.docx'],
    [packed(['OFD.xml']), '.ofd', '.pdf'],
    [strToU8('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\nLamps'), '.mht', '.html'],
    [strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nLamps'), '.mht', '.html'],
    [bytesOf('AT&TFORM'), '.djvu', '.pdf'],
    [strToU8('%!PS-Adobe-3.0\nshowpage'), '.ps', '.pdf'],
  ]
  for (const [bytes, name, saveAs] of cases) {
    assert.equal(
      await refusal(bytes),
      `it is of the format ${name}, which is not read. Save it as ${saveAs}, and take that.`,
    )
  }
})

test('pictures, archives, passwords, and what is nothing known', async () => {
  for (const start of ['\u0089PNG\r\n\u001A\n', '\u00FF\u00D8\u00FF\u00E0', 'GIF89a', 'II*\0']) {
    assert.match(await refusal(bytesOf(start)), /^it is a picture\. .*ocrmypdf/u)
  }
  for (const start of ['\u001F\u008B\u0008', '7z\u00BC\u00AF', 'Rar!', 'BZh9']) {
    assert.match(await refusal(bytesOf(start)), /^it is an archive\. Unpack it/u)
  }
  assert.match(await refusal(packed(['a.pdf', 'b.pdf'])), /^it is an archive\./u)
  assert.match(await refusal(compound('EncryptedPackage')), /password/u)
  assert.match(await refusal(bytesOf('\u0007\u0001')), /^its format is not one .* Save it as PDF/u)
})

test('an empty file, and one of spaces', async () => {
  for (const text of ['', ' \n\t\n', '\uFEFF']) assert.match(await refusal(text), /^it is empty\./u)
  assert.match(await refusal('<!doctype html><title>x</title><body> </body>'), /^it is empty\./u)
})

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`

test('a page that a site gave in place of a document is named by what it says', async () => {
  const cases = [
    page(
      'Access Denied',
      '<h1>Access Denied</h1>You have no permission to access this on this server.',
    ),
    page('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'),
    page('403 Forbidden', '<h1>Forbidden</h1><p>You lack permission.</p>'),
    page(
      'Just a moment...',
      '<h1>gov.example</h1><p>Checking that the connection is secure.</p><script>go()</script>',
    ),
    page('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>'),
    page(
      'Page not found | Port Office',
      '<h1>Page not found</h1><ul><li>Check the address.</li><li>Go home.</li></ul>',
    ),
    page('Port Office - Error 503', '<p>Try again later, please.</p>'),
    page('Port', '<h1>The requested page could not be found.</h1><p>Sorry.</p>'),
    page('Request Rejected', 'The requested URL was rejected. Your support ID is: 1'),
    page('港口局', '<h1>您访问的页面不存在</h1><p>返回首页</p>'),
    page('Seite nicht gefunden', '<p>Leider.</p>'),
    page('Erreur 404', '<h1>Page introuvable</h1>'),
    'Access Denied',
    '404 page not found',
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ]
  for (const text of cases) {
    const said = await refusal(text)
    assert.match(
      said,
      /^it is a page that a site gave in place of the document: “.+”\. Open the address/u,
      text,
    )
  }
})

test('a page to log in, and one that only a browser fills', async () => {
  const form = '<form><input name="u"><input type="password"><button>Sign in</button></form>'
  for (const text of [
    page('Port Office', `<h1>Welcome</h1>${form}`),
    page('Log in - Port Office', `<p>Use your account.</p><form><input type="email"></form>`),
    page('用户登录', '<form><input type="password"></form>请输入密码'),
  ]) {
    assert.match(await refusal(text), /^it is a page that asks to log in/u, text)
  }
  for (const text of [
    page('Port Act', '<div id="root"></div><script src="/a.js"></script>'),
    page(
      'Port Act',
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><script></script>',
    ),
    page('Port Act', '<p>Please enable JavaScript to view this page.</p><script></script>'),
  ]) {
    assert.match(await refusal(text), /^it is a page that has its words only in a browser/u, text)
  }
})

test('laws about access, errors and log-ins are read, and so are pages with a box to log in', async () => {
  const form = '<form><input type="password"><button>Log in</button></form>'
  const words = 'The keeper of a quay shall light its lamps each night, and ring its bell in fog. '
  for (const text of [
    page(
      'Access Denied Act',
      '<h1>Access Denied Act</h1><p>Section 1. Quays are closed at night.</p>',
    ),
    page('Forbidden', '<h1>Forbidden</h1><p>Article 1. Smoke is forbidden.</p>'),
    page('Log in', `<h1>Log in</h1>${form}<p>${words.repeat(30)}</p>`),
    page('Quay Lamps Act', `${form}<h1>Quay Lamps Act</h1><p>${words}</p>`),
    page('Not Found', `<h1>Not Found</h1><p>${words.repeat(30)}</p>`),
    page('404 tonnes of steel', `<h1>404 tonnes of steel</h1><p>${words}</p>`),
    page('Errors in tax returns', `<h1>Errors in tax returns</h1><p>${words}</p>`),
    page('Lamps', `<script></script><div id="root"></div><h1>Lamps</h1><p>${words.repeat(3)}</p>`),
    '# Error\n\nAn error is corrected by the keeper of the books within a week of its being found.',
    '# Log in\n\nEach keeper logs in once a day.',
  ]) {
    assert.equal(await refusal(text), 'read', text)
  }
})
