import { createRequire } from 'node:module'
import fc from 'fast-check'

const require = createRequire(import.meta.url)
const { Converter } = require('opencc-js/cn2t') as {
  Converter: (options: { from: string; to: string }) => (text: string) => string
}

/** A way of writing the same question differently. */
export interface Variant {
  name: string
  apply: (text: string) => string
}

const fullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

const DIGITS = '零一二三四五六七八九'
/** 13 → 十三, up to 99. */
const chineseNumeral = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return value === 0 ? '零' : ten + (ones === 0 ? '' : DIGITS[ones])
}

const traditional = (to: string): Variant => ({ name: `traditional (${to})`, apply: Converter({ from: 'cn', to }) })
const before = (words: string): Variant => ({ name: `${words}…`, apply: (text) => words + text })
const after = (words: string): Variant => ({ name: `…${words}`, apply: (text) => text + words })

const SPACES = [' ', '\u3000', '\u00a0', '\u2009']

/** Each of them leaves what is asked as it is. */
export const VARIANTS: readonly Variant[] = [
  { name: 'full width', apply: fullWidth },
  { name: 'half width', apply: halfWidth },
  traditional('t'),
  traditional('tw'),
  {
    name: 'Chinese numerals',
    apply: (text) => text.replace(/\d{1,2}(?=[项月日])/g, (digits) => chineseNumeral(Number(digits))),
  },
  ...SPACES.map(
    (space): Variant => ({
      name: `spaces (${space.charCodeAt(0).toString(16)})`,
      apply: (text) => text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, space),
    }),
  ),
  { name: 'zero-width spaces', apply: (text) => [...text].join('\u200b') },
  ...['请问', '您好，', '麻烦查一下', '领导好，请问', '想问一下', '帮我看看，'].map(before),
  ...['？', '?', '。', '！', '😀', '🙏🙏', '，谢谢', '，谢谢您', '啊？', '\n'].map(after),
]

/** Up to three of them, one upon the other. */
export const someVariants: fc.Arbitrary<Variant> = fc
  .uniqueArray(fc.constantFrom(...VARIANTS), { minLength: 1, maxLength: 3 })
  .map((variants) => ({
    name: variants.map(({ name }) => name).join(' + '),
    apply: (text) => variants.reduce((so, variant) => variant.apply(so), text),
  }))
