const HAN = '〇一二三四五六七八九'

/** 1 to 9999 as one writes it: 十, 十二, 二十, 一百零三. */
const han = (n: number): string => {
  if (n < 10) return HAN[n] as string
  if (n < 20) return `十${n === 10 ? '' : HAN[n - 10]}`
  const units = ['', '十', '百', '千']
  const digits = [...String(n)].map(Number)
  return digits
    .map((digit, i) => (digit === 0 ? '零' : `${HAN[digit]}${units[digits.length - 1 - i]}`))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
}

const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (n: number): string => {
  let left = n
  let written = ''
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      written += sign
      left -= value
    }
  }
  return written
}

/** From the sign for 1 on, as far as Unicode has them in a row. */
const sign = (first: string, last: number, n: number): string =>
  n >= 1 && n <= last ? String.fromCodePoint((first.codePointAt(0) as number) + n - 1) : String(n)

/** A number in one of the formats of WordprocessingML (ST_NumberFormat, ECMA-376 17.18.59); unknown ones in figures. */
export const numeral = (n: number, format: string): string => {
  if (n < 0 || n > 9999) return String(n)
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographTraditional':
      return han(n)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(n)].map((digit) => HAN[Number(digit)]).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return sign('①', 20, n)
    case 'decimalEnclosedParen':
      return sign('⑴', 20, n)
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'lowerLetter':
      return n === 0 ? '' : letters(n)
    case 'upperLetter':
      return n === 0 ? '' : letters(n).toUpperCase()
    case 'lowerRoman':
      return roman(n)
    case 'upperRoman':
      return roman(n).toUpperCase()
    default:
      return String(n)
  }
}
