import {
  inCapitals,
  inChineseWords,
  inDigits,
  inLegalChinese,
  inLetters,
  inLowerRoman,
  oneOf,
  padded,
  repeating,
  withDigits,
  type NumberForm,
} from '../labels/numberForms.ts'

/** The form that WordprocessingML calls `name` (ISO/IEC 29500-1, 17.18.59); digits for one that is not known. */
export function numberFormat(name: string): NumberForm {
  return formats.get(name) ?? inDigits
}

const ordinal: NumberForm = (number) => {
  const last = number % 10
  const isTeen = Math.floor(number / 10) % 10 === 1
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')}`
}

const cardinals = [
  ...['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven'],
  ...['Twelve', 'Thirteen', 'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen'],
]
const ordinals = [
  ...['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth'],
  ...['Tenth', 'Eleventh', 'Twelfth', 'Thirteenth', 'Fourteenth', 'Fifteenth', 'Sixteenth'],
  ...['Seventeenth', 'Eighteenth', 'Nineteenth'],
]
const tens = ['Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety']

/** `Twenty-one`, up to 99. */
const cardinalText: NumberForm = (number) => {
  const ten = tens[Math.floor(number / 10) - 2]
  if (ten === undefined || number > 99) return cardinals[number - 1] ?? String(number)
  return number % 10 === 0 ? ten : `${ten}-${cardinals[(number % 10) - 1]?.toLowerCase() ?? ''}`
}

/** `Twenty-first`, up to 99. */
const ordinalText: NumberForm = (number) => {
  const ten = tens[Math.floor(number / 10) - 2]
  if (ten === undefined || number > 99) return ordinals[number - 1] ?? String(number)
  if (number % 10 === 0) return `${ten.slice(0, -1)}ieth`
  return `${ten}-${ordinals[(number % 10) - 1]?.toLowerCase() ?? ''}`
}

const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const japanese = withDigits('〇一二三四五六七八九')
const simplifiedLegal = inLegalChinese('壹贰叁肆伍陆柒捌玖拾佰仟')
const traditionalLegal = inLegalChinese('壹貳參肆伍陸柒捌玖拾佰仟')

const formats: ReadonlyMap<string, NumberForm> = new Map<string, NumberForm>([
  ['decimal', inDigits],
  ['decimalZero', padded(2)],
  ['lowerLetter', inLetters],
  ['upperLetter', inCapitals(inLetters)],
  ['lowerRoman', inLowerRoman],
  ['upperRoman', inCapitals(inLowerRoman)],
  ['ordinal', ordinal],
  ['cardinalText', cardinalText],
  ['ordinalText', ordinalText],
  ['none', () => ''],
  ['numberInDash', (number) => `- ${number} -`],
  ['decimalFullWidth', withDigits('０１２３４５６７８９')],
  ['decimalFullWidth2', withDigits('０１２３４５６７８９')],
  ['decimalEnclosedCircle', oneOf(circled)],
  ['decimalEnclosedCircleChinese', oneOf(circled)],
  ['decimalEnclosedParen', oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇')],
  ['decimalEnclosedFullstop', oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛')],
  ['ideographEnclosedCircle', oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉')],
  ['chineseCounting', inChineseWords],
  ['chineseCountingThousand', inChineseWords],
  ['taiwaneseCounting', inChineseWords],
  ['taiwaneseCountingThousand', inChineseWords],
  ['japaneseCounting', inChineseWords],
  ['koreanDigital2', withDigits('零一二三四五六七八九')],
  ['ideographDigital', japanese],
  ['japaneseDigitalTenThousand', japanese],
  ['taiwaneseDigital', withDigits('○一二三四五六七八九')],
  ['chineseLegalSimplified', simplifiedLegal],
  ['ideographLegalTraditional', traditionalLegal],
  ['ideographTraditional', oneOf('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', oneOf('子丑寅卯辰巳午未申酉戌亥')],
  [
    'aiueoFullWidth',
    repeating(
      'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
    ),
  ],
  ['aiueo', repeating('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ')],
  [
    'irohaFullWidth',
    repeating(
      'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
    ),
  ],
  ['ganada', repeating('가나다라마바사아자차카타파하')],
  ['chosung', repeating('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ')],
  ['koreanDigital', withDigits('영일이삼사오육칠팔구')],
  ['russianLower', repeating(russian)],
  ['russianUpper', inCapitals(repeating(russian))],
  ['hebrew2', repeating('אבגדהוזחטיכלמנסעפצקרשת')],
  ['arabicAlpha', repeating('أبتثجحخدذرزسشصضطظعغفقكلمنهوي')],
])
