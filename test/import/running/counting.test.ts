import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { outlineOfText } from '../outlineText.ts'
import { proposed } from '../proposed.ts'

/** The labels that a text proposes, without kinds. */
async function labelsOf(paragraphs: readonly string[]): Promise<string> {
  const { labels } = await proposed(`${paragraphs.join('\n\n')}\n`)
  return labels.replaceAll(/=[a-z]+/gu, '')
}

/** `(a) word;`, `(b) word;`, … */
function points(letters: string): readonly string[] {
  return Array.from(letters, (letter) => `(${letter}) word;`)
}

suite('What was put between two others stands beside them', () => {
  test('paragraphs and points of a British act, before the first, too', async () => {
    const labels = await labelsOf([
      'Section 1. Duties. The office has these:',
      ...['(A1) This binds.', '(1) It acts—', '(za) first;', '(a) well;', '(aa) soon;'],
      ...['(ab) often;', '(b) here;', '(ba) there.', '(1A) It rests.', '(1B) It sleeps.'],
      ...[
        '(2) It ends.',
        '(2A) It asks—',
        '(a) one;',
        '(aa) two;',
        '(b) three.',
        '(3) It is over.',
      ],
      'Section 2. End. All ends.',
    ])
    assert.equal(
      labels,
      '1 1.A1 1.1 1.1.za 1.1.a 1.1.aa 1.1.ab 1.1.b 1.1.ba 1.1A 1.1B 1.2 1.2A 1.2A.a 1.2A.aa 1.2A.b 1.3 2',
    )
  })

  test('sections that bear a number alone', async () => {
    const labels = await labelsOf([
      ...['PART 1', 'GENERAL', '1 Overview', 'It is.', '1A Further overview', 'It is more.'],
      ...['1B Yet more', 'It is yet more.', '2 Powers', 'It may:', '(a) act.'],
    ])
    assert.equal(labels, 'part-1 1 1A 1B 2 2.a')
  })

  test('paragraphs of European acts, with Latin words or letters', async () => {
    const labels = await labelsOf([
      ...['## Article 4 Duties', '1. One.', '1a. More.', '1b. Yet more.', '2. Two:', '(a) x;'],
      ...['(aa) y;', '(b) z.', '2bis. Latin.', '3. Three.', '## Article 4A Others', 'Text.'],
    ])
    assert.equal(labels, '4 4.1 4.1a 4.1b 4.2 4.2.a 4.2.aa 4.2.b 4.2bis 4.3 4A')
    assert.equal(
      await labelsOf(['Section 1. Rules. These:', '(1) a.', '(1 bis) b.', '(1ter) c.', '(2) d.']),
      '1 1.1 1.1bis 1.1ter 1.2',
    )
  })

  test('Canadian ones, by their second number', async () => {
    const labels = await labelsOf([
      ...[
        'Section 1. Rules. These:',
        '(1) It may',
        '(a) act;',
        '(a.1) act again; and',
        '(b) rest.',
      ],
      ...['(1.1) More.', '(1.2) Yet more.', '(2) Two.'],
    ])
    assert.equal(labels.split(' ').length, 8)
    assert.match(labels, /^1 1\.1 1\.1\.a \S+ 1\.1\.b \S+ \S+ 1\.2$/u)
  })

  test('behind (z) and below (I), (aa) is what it is there', async () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz'
    const long = await labelsOf([
      'Section 1. List. Words:',
      ...points(alphabet),
      '(aa) x;',
      '(ab) y.',
    ])
    assert.match(long, /1\.z 1\.aa 1\.ab$/u)
    const deep = await labelsOf([
      ...['SEC. 2. RULES.', '(a) It shall—', '(1) act—', '(A) here—', '(i) now—', '(I) soon—'],
      ...[
        '(aa) first; and',
        '(bb) second;',
        '(II) later;',
        '(ii) then;',
        '(B) there;',
        '(2) rest.',
      ],
    ])
    assert.equal(
      deep,
      '2 2.a 2.a.1 2.a.1.A 2.a.1.A.i 2.a.1.A.i.I 2.a.1.A.i.I.aa 2.a.1.A.i.I.bb 2.a.1.A.i.II 2.a.1.A.ii 2.a.1.B 2.a.2',
    )
  })

  test('but no words in brackets', async () => {
    const { labels, unread } = await proposed(
      'Section 1. Acts. These apply:\n\n(a) one;\n\n(EU) 2016/679 applies.\n\n(AI) systems are meant.\n\n(b) two.\n',
    )
    assert.equal(labels, '1 1.a=paragraph 1.b=paragraph')
    assert.equal(unread.length, 2)
  })

  test('Chinese and Japanese articles have their number behind that of the article, as translations print it', async () => {
    const { labels } = await proposed(
      '第一条 甲。\n\n第二条 乙。\n\n第二条之一　丙：\n\n（一）丁；\n\n（二）戊。\n\n第二条之二 己。\n\n第三条 庚。\n\n第三条第一款规定的行为，依法处理。\n',
    )
    assert.equal(labels, '1 2 2-1 2-1.1=paragraph 2-1.2=paragraph 2-2 3')
    const place = (await outlineOfText('第二条之一 丙。\n')).parts[0]?.place
    assert.equal(place, '第二条之一')
    assert.equal(
      await labelsOf(['第一条　定める。', '第二条の二　支援する。', '第二条の二の三　公表する。']),
      '1 2-2 2-2-3',
    )
    assert.equal(
      await labelsOf([
        '第 4 條　條文。',
        '第 4-1 條　增訂。',
        '第 4 條之 2　再增。',
        '第 5 條　末條。',
      ]),
      '4 4-1 4-2 5',
    )
    assert.equal(await labelsOf(['## 第二条 总则', '文。', '## 第二条之一 另', '文。']), '2 2-1')
  })
})

suite('What may be read in two ways is read as what follows shows', () => {
  const upToH = ['## Article 7 Duties', 'Operators shall:', ...points('abcdefg')]
  const head = '7 7.a 7.b 7.c 7.d 7.e 7.f 7.g'

  test('(i) behind (h) begins a list where (ii) follows, and goes on where (j) does', async () => {
    assert.equal(
      await labelsOf([...upToH, '(h) audit:', '(i) x;', '(ii) y;', '(i) publish;', '(j) archive.']),
      `${head} 7.h 7.h.i 7.h.ii 7.i 7.j`,
    )
    assert.equal(
      await labelsOf([...upToH, '(h) audit;', '(i) publish:', '(i) x;', '(ii) y;', '(j) archive.']),
      `${head} 7.h 7.i 7.i.i 7.i.ii 7.j`,
    )
    assert.equal(
      await labelsOf([...upToH, '(h) audit as follows:', '(i) publish;', '(j) archive.']),
      `${head} 7.h 7.i 7.j`,
    )
  })

  test('whatever stands between', async () => {
    const between = ['(h) audit:', '(i) by:', '(A) men;', '(B) women;', '(ii) daily;', '(i) ask;']
    assert.equal(
      await labelsOf([...upToH, ...between, '(j) archive.']),
      `${head} 7.h 7.h.i 7.h.i.A 7.h.i.B 7.h.ii 7.i 7.j`,
    )
  })

  test('(I) behind (H), and (v) behind (iv) or (u), as well', async () => {
    const upper = ['Section 1. List. Words:', ...points('ABCDEFG'), '(H) audits—', '(I) one;']
    assert.match(
      await labelsOf([...upper, '(II) two;', '(I) inspect;', '(J) judge.']),
      /1\.H 1\.H\.I 1\.H\.II 1\.I 1\.J$/u,
    )
    const upToU = ['Section 1. List. Words:', ...points('abcdefghijklmnopqrst'), '(u) uses:']
    const four = ['(i) a;', '(ii) b;', '(iii) c;', '(iv) d;']
    assert.match(
      await labelsOf([...upToU, ...four, '(v) vows;', '(w) ways.']),
      /1\.u\.iv 1\.v 1\.w$/u,
    )
    assert.match(
      await labelsOf([...upToU, ...four, '(v) e;', '(vi) f;', '(v) vows;', '(w) ways.']),
      /1\.u\.v 1\.u\.vi 1\.v 1\.w$/u,
    )
  })

  test('numbers with a stop are points of (1), （二） and (b), and paragraphs where none is open', async () => {
    assert.equal(
      await labelsOf([
        ...[
          '## Article 1 Aim',
          '(1) Parties act:',
          '1. here;',
          '2. there:',
          '(a) now;',
          '(b) then;',
        ],
        ...['3. anywhere.', '(2) Parties', '1. sleep;', '2. dream.', '## Article 2 End', '1. One:'],
        ...['(a) x;', '(b) y.', '2. Two.'],
      ]),
      '1 1.1 1.1.1 1.1.2 1.1.2.a 1.1.2.b 1.1.3 1.2 1.2.1 1.2.2 2 2.1 2.1.a 2.1.b 2.2',
    )
    assert.equal(
      await labelsOf([
        '## Article 1 Aim',
        '(a) We',
        '1. act;',
        '2. rest.',
        '(b) They',
        '1. ask.',
        '(c) End.',
      ]),
      '1 1.a 1.a.1 1.a.2 1.b 1.b.1 1.c',
    )
    assert.equal(
      await labelsOf([
        '## Article 1 Aim',
        'This covers',
        '(a) ships;',
        '(b) quays.',
        '1. One.',
        '2. Two.',
      ]),
      '1 1.a 1.b 1.1 1.2',
    )
    assert.equal(
      await labelsOf([
        '第一条 国家：',
        '（一）修：',
        '1. 码头；',
        '2. 船闸。',
        '（二）建。',
        '1. 灯塔；',
        '（1）大。',
        '第二条 完。',
      ]),
      '1 1.1 1.1.1 1.1.2 1.2 1.2.1 1.2.1.1 2',
    )
  })
})

suite('Numbers that leave some out', () => {
  test('4.1, 4.3 and 4.3A below 4 are parts of it, and so are 3.2, 3.3', async () => {
    assert.equal(
      await labelsOf([
        ...[
          '# Roadmap',
          '## 1. Compute',
          '1.1 Build.',
          '1.2 Fund.',
          '1.4 Share.',
          '1.4A Lend.',
          '1.5 Measure.',
        ],
        ...[
          '## 3. Ports',
          '3.2 Mend.',
          '3.3 Paint.',
          '## 4. Tides',
          '4.1. print tables;',
          '4.3. sell tables.',
        ],
      ]),
      'sec-1 1.1 1.2 1.4 1.4A 1.5 sec-3 3.2 3.3 sec-4 4.1 4.3',
    )
  })

  test('but what says how much there is of something is none', async () => {
    const { labels, unread } = await proposed(
      '# Plan\n\n## 3. Ports\n\n3.1 Mend.\n\n3.4 Billion people sail.\n\n## 4. 海\n\n4.1 亿人出海。\n',
    )
    assert.equal(labels, 'sec-3=section 3.1 sec-4=section')
    assert.equal(unread.filter((line) => /3\.4 Billion|4\.1 亿/u.test(line)).length, 2)
  })
})

test('what looks counted and is not taken is listed, whatever stands behind it', async () => {
  const lost = [
    ...['(ba) check;', '(1bis) think;', 'A. watch;', '1° count;', '• look;', '– listen;'],
    ...['③ ask;', '(α) answer;', 'iv) wait;', '9. go;', 'II. stay;', '5.2 Rest.', '一 試験;'],
    ...['２ 前項;', 'Step 3: sleep;', '(d-2) wake;', '2ter. dream;'],
  ]
  const kept = ['1989 was a year.', 'e. g. this;', '(see below) it is;', '3.5 million ships;']
  const { unread } = await proposed(
    ['# Act', 'Section 1. Duties. The body shall—', '(x) plan;', ...lost, ...kept].join('\n\n'),
  )
  for (const one of lost)
    assert.ok(
      unread.some((line) => line.endsWith(one)),
      one,
    )
  for (const one of kept) assert.ok(!unread.some((line) => line.endsWith(one)), one)
})
