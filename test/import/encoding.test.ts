import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../../src/import/encoding/readText.ts'
import { outlineOf } from '../../src/import/outlineOf.ts'

const texts = {
  zhs: '第一条　为了保障港口安全，制定本条例。第二条　码头的灯应当在夜间点亮。',
  zht: '第一條　為了保障港口安全，制定本條例。第二條　碼頭的燈應當在夜間點亮。',
  ja: '第一条　この法律は、港湾の安全を確保することを目的とする。',
  ko: '제1조(목적) 이 법은 항만의 안전을 확보함을 목적으로 한다. 제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.',
  pt: 'Art. 1º Esta lei dispõe sobre a iluminação dos cais. Art. 2º As lâmpadas não podem fumar.',
  fr: 'La présente loi détermine les règles relatives à l’éclairage des quais — de nuit.',
  de: '§ 1 Die Häfen müssen für alle Schiffe geöffnet bleiben. Näheres regelt die Verordnung über Gebühren.',
  pl: 'Art. 1. Ustawa określa zasady działania portów oraz żeglugi. Minister właściwy do spraw łączności.',
  ru: 'Статья 1. Настоящий закон регулирует отношения в области портов и судоходства.',
  el: 'Άρθρο 1. Ο παρών νόμος ρυθμίζει τη λειτουργία των λιμένων και των πλοίων.',
  tr: 'Madde 1. Bu kanun limanların güvenliğini sağlamak için çıkarılmıştır. Şartlar yönetmelikle düzenlenir.',
}
const encoded = [
  [
    'gb18030',
    texts.zhs,
    'tdrSu8z1oaHOqsHLsaPVz7jbv9qwssiro6zWxraosb7M9cD9oaO12rb+zPWhocLrzbe1xLXG06a1sdTa0rm85LXjwcGhow==',
  ],
  [
    'gbk',
    texts.zhs,
    'tdrSu8z1oaHOqsHLsaPVz7jbv9qwssiro6zWxraosb7M9cD9oaO12rb+zPWhocLrzbe1xLXG06a1sdTa0rm85LXjwcGhow==',
  ],
  [
    'big5',
    texts.zht,
    'ssSkQLH4oUCssKRGq0+72bTkpGamd6X+oUGo7ql3pbux+KjSoUOyxKRHsfihQL1YwFmqur9PwLO37aZiqV22ocJJq0ehQw==',
  ],
  [
    'shift_jis',
    texts.ja,
    'keaI6o/wgUCCsYLMlkCXpYLNgUGNYJhwgsyIwJFTgvCKbZXbgreC6YKxgsaC8Jbak0mCxoK3gumBQg==',
  ],
  [
    'euc-jp',
    texts.ja,
    'wuiw7L7yoaGks6TOy6HOp6TPoaK5wc/RpM6wwsG0pPKzzsrdpLmk66SzpMik8szcxaqkyKS5pOuhow==',
  ],
  [
    'iso-2022-jp',
    texts.ja,
    'GyRCQmgwbD5yISEkMyROSyFOJyRPISI5QU9RJE4wQkE0JHIzTkpdJDkkayQzJEgkckxcRSokSCQ5JGshIxsoQg==',
  ],
  [
    'euc-kr',
    texts.ko,
    'waYxwbYouPHA+ykgwMwguf3AuiDH17i4wMcgvsjA/MC7IMiuurjH1MC7ILjxwPvAuLfOIMfRtNkuIMGmMsG2KMGkwMcpIMDMILn9v6G8rSC757/rx8+0wiC/677uwMcgtubAuiC02cC9sPogsLC02S4=',
  ],
  [
    'windows-1252',
    texts.pt,
    'QXJ0LiAxuiBFc3RhIGxlaSBkaXNw9WUgc29icmUgYSBpbHVtaW5h5+NvIGRvcyBjYWlzLiBBcnQuIDK6IEFzIGzibXBhZGFzIG7jbyBwb2RlbSBmdW1hci4=',
  ],
  [
    'windows-1252',
    texts.fr,
    'TGEgcHLpc2VudGUgbG9pIGTpdGVybWluZSBsZXMgcuhnbGVzIHJlbGF0aXZlcyDgIGyS6WNsYWlyYWdlIGRlcyBxdWFpcyCXIGRlIG51aXQu',
  ],
  [
    'iso-8859-1',
    texts.de,
    'pyAxIERpZSBI5GZlbiBt/HNzZW4gZvxyIGFsbGUgU2NoaWZmZSBnZfZmZm5ldCBibGVpYmVuLiBO5GhlcmVzIHJlZ2VsdCBkaWUgVmVyb3JkbnVuZyD8YmVyIEdlYvxocmVuLg==',
  ],
  [
    'iso-8859-2',
    texts.pl,
    'QXJ0LiAxLiBVc3Rhd2Egb2tyZbZsYSB6YXNhZHkgZHppYbNhbmlhIHBvcnTzdyBvcmF6IL9lZ2x1Z2kuIE1pbmlzdGVyIHezYbZjaXd5IGRvIHNwcmF3ILOxY3pub7ZjaS4=',
  ],
  [
    'windows-1250',
    texts.pl,
    'QXJ0LiAxLiBVc3Rhd2Egb2tyZZxsYSB6YXNhZHkgZHppYbNhbmlhIHBvcnTzdyBvcmF6IL9lZ2x1Z2kuIE1pbmlzdGVyIHezYZxjaXd5IGRvIHNwcmF3ILO5Y3pub5xjaS4=',
  ],
  [
    'windows-1251',
    texts.ru,
    '0fLg8vz/IDEuIM3g8fLu//no6SDn4Oru7SDw5ePz6+jw8+XyIO7y7e745e3o/yDiIO7h6+Dx8ugg7+7w8u7iIOgg8fPk7vXu5PHy4uAu',
  ],
  [
    'koi8-r',
    texts.ru,
    '89TB1NjRIDEuIO7B09TP0d3JyiDawcvPziDSxcfVzMnS1cXUIM/Uzs/bxc7J0SDXIM/CzMHT1Mkg0M/S1M/XIMkg09XEz8jPxNPU18Eu',
  ],
  [
    'iso-8859-7',
    texts.el,
    'tvHo8e8gMS4gzyDw4fH+7SDt/Ozv8iDx9ejs3+bl6SD05yDr5en07/Xx49/hIPT57SDr6ezd7fntIOrh6SD0+e0g8Ovv3/ntLg==',
  ],
  [
    'windows-1254',
    texts.tr,
    'TWFkZGUgMS4gQnUga2FudW4gbGltYW5sYXL9biBn/HZlbmxp8GluaSBzYfBsYW1hayBp52luIOf9a2Fy/Wxt/f50/XIuIN5hcnRsYXIgefZuZXRtZWxpa2xlIGT8emVubGVuaXIu',
  ],
] as const

function bytesOf(encoded: string): Uint8Array {
  return new Uint8Array(Buffer.from(encoded, 'base64'))
}

test('a text that declares nothing is read in the encoding that it is like', () => {
  for (const [encoding, text, base64] of encoded) {
    assert.deepEqual(readText(bytesOf(base64)), { text, misread: 0 }, `${encoding} ${text}`)
  }
})

test('what a document declares counts: charset, http-equiv, and the declaration of XML', () => {
  for (const [encoding, text, base64] of encoded) {
    for (const declared of [
      `<meta charset="${encoding}">`,
      `<META charset=${encoding.toUpperCase()}/>`,
      `<meta http-equiv='Content-Type' content='text/html; charset=${encoding}'>`,
      `<?xml version="1.0" encoding="${encoding}"?>`,
    ]) {
      const page = Buffer.concat([Buffer.from(declared), bytesOf(base64)])
      assert.equal(readText(page)?.text, declared + text, `${declared} ${text}`)
    }
  }
})

test('a few letters of a short page are read as it declares them, though they are like nothing', async () => {
  const start = '<html><head><meta charset="windows-1251"><title>x</title></head><body><p>'
  const page = Buffer.concat([Buffer.from(start), Buffer.from([0xc7, 0xe0, 0xea, 0xee, 0xed])])
  assert.equal((await outlineOf(page)).text, 'Закон')
})

test('a page in windows-1252 that says ISO-8859-1 has its quotation marks, as in browsers', () => {
  const page = Buffer.from('<meta charset=iso-8859-1>\u0093Quays\u0094 \u0096 \u0080 5', 'latin1')
  assert.equal(readText(page)?.text, '<meta charset=iso-8859-1>“Quays” – € 5')
})

test('valid UTF-8 is UTF-8, whatever it declares', () => {
  for (const declared of ['gb2312', 'iso-8859-1', 'utf-16', 'nonsense']) {
    const text = `<meta charset="${declared}">第一条 Hafenbehörde`
    assert.equal(readText(new TextEncoder().encode(text))?.text, text)
  }
})

test('an encoding that is not what the bytes are gives way to what they are like', () => {
  const [, text, base64] = encoded[0]
  for (const declared of ['utf-8', 'utf-16', 'nonsense', 'shift_jis']) {
    const start = `<meta charset=${declared}>`
    const page = Buffer.concat([Buffer.from(start), bytesOf(base64)])
    assert.equal(readText(page)?.text, start + text, declared)
  }
})

test('UTF-16 with a byte order mark and without, of either order', () => {
  for (const text of [texts.de, `${texts.zhs}\r\n${texts.zhs}`, `<p>${texts.ru}</p>\n`]) {
    const little = Buffer.from(text, 'utf16le')
    const marked = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [
      little,
      marked,
      Buffer.from(little).swap16(),
      Buffer.from(marked).swap16(),
    ]) {
      assert.equal(readText(bytes)?.text, text)
    }
  }
})

test('Korean of windows-949 has the syllables that EUC-KR has no room for', () => {
  // The first of them, the last, and some between.
  const bytes = [0x81, 0x41, 0x20, 0x8c, 0x63, 0x20, 0xa0, 0xfe, 0x20, 0xa1, 0x41, 0x20, 0xc6, 0x52]
  const page = Buffer.concat([Buffer.from('<meta charset=euc-kr>'), Buffer.from(bytes)])
  assert.equal(readText(page)?.text, '<meta charset=euc-kr>갂 똠 좤 좥 힣')
})

test('a few damaged characters are counted and listed, and do not change how all others are read', async () => {
  const text = `# Hafen\n\n${'Die Häfen müssen für alle Schiffe geöffnet bleiben. '.repeat(40)}`
  const damaged = Buffer.concat([Buffer.from(text), Buffer.from([0xe4, 0x20])])
  assert.equal(readText(damaged)?.misread, 1)
  const outline = await outlineOf(damaged)
  assert.deepEqual(outline.unread, [
    { where: 'file', what: 'characters that are not of its encoding: 1' },
  ])
  assert.match(outline.parts[0]?.text ?? '', /^Die Häfen/u)
})

test('what is no text is not made one', () => {
  assert.equal(readText(Uint8Array.of(1, 2, 3, 4, 5, 200, 201)), undefined)
  assert.equal(readText(Uint8Array.from({ length: 1000 }, (_, at) => (at * 151) % 256)), undefined)
})
