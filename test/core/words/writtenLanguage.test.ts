import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  chineseScriptOf,
  isOtherLanguage,
  writtenIn,
} from '../../../src/core/words/writtenLanguage.ts'

const english = { script: 'Latin', language: 'en' } as const

suite('What a text is written in', () => {
  for (const [text, written] of [
    ['The providers of such systems shall keep the logs that are under their control.', english],
    [
      'Die Anbieter solcher Systeme müssen die Protokolle aufbewahren, die von ihnen erzeugt werden.',
      { script: 'Latin', language: 'de' },
    ],
    ['提供者应当依法开展预训练、优化训练等训练数据处理活动。', { script: 'Han' }],
    ['AIシステムの提供者は、ログを保存しなければならない。', { script: 'kana' }],
    ['Поставщики хранят журналы.', { script: 'Cyrillic' }],
    ['“AI” 治理 2.0', { script: 'Han' }],
  ] as const) {
    test(`of “${text}”`, () => {
      assert.deepEqual(writtenIn(text), written)
    })
  }

  test('is nothing without letters', () => {
    assert.equal(writtenIn('10^25^ — 3,5 %'), undefined)
  })
})

suite('A translation of an English text', () => {
  for (const text of [
    'Menschliche Aufsicht soll die Risiken für die Gesundheit verhindern',
    'Le contrôle humain vise à prévenir ou à réduire au minimum les risques pour la santé',
    'La supervisión humana tendrá por objetivo prevenir o reducir al mínimo los riesgos',
    'La sorveglianza umana mira a prevenire o ridurre al minimo i rischi per la salute',
    'A supervisão humana deve procurar prevenir ou minimizar os riscos para a saúde',
    'Het menselijk toezicht is gericht op het voorkomen of beperken van de risico’s',
    'Nadzór ze strony człowieka ma na celu zapobieganie ryzyku dla zdrowia i bezpieczeństwa',
    'Mänsklig tillsyn ska syfta till att förebygga eller minimera de risker för hälsa',
    '人工监督应当旨在预防或者尽量减少风险',
  ]) {
    test(`is “${text}”`, () => {
      assert.equal(isOtherLanguage(text, english), true)
    })
  }

  for (const text of [
    'Human oversight shall aim to prevent or minimise the risks to health',
    'do no harm as a rule',
    'all ships shall pay a toll at once',
    'Deployers shall assign de facto oversight to natural persons',
    'El Niño and La Niña, São Paulo, Île-de-France',
    'Robots must surrender their passwords immediately',
    'in camera, on the record and in vitro',
  ]) {
    test(`is not “${text}”`, () => {
      assert.equal(isOtherLanguage(text, english), false)
    })
  }
})

test('a German text has English translations', () => {
  const german = { script: 'Latin', language: 'de' } as const
  assert.equal(isOtherLanguage('The provider shall keep the logs of the system', german), true)
  assert.equal(isOtherLanguage('Der Anbieter bewahrt die Protokolle auf', german), false)
})

test('Chinese is of the script of its telling characters, of either where it has none', () => {
  assert.equal(chineseScriptOf('处理个人信息应当遵循合法原则'), 'simplified')
  assert.equal(chineseScriptOf('處理個人資訊應當遵循合法原則'), 'traditional')
  assert.equal(chineseScriptOf('人工智能'), undefined)
  assert.equal(chineseScriptOf('no Chinese'), undefined)
})
