import { createRequire } from 'node:module'

type Converter = (text: string) => string
const require = createRequire(import.meta.url)

let toSimplified: Converter | undefined

/** Regional and printed forms of traditional characters, to those that the converter knows. */
const VARIANTS: Readonly<Record<string, string>> = {
  衞: '衛',
  裏: '裡',
  綫: '線',
  羣: '群',
  峯: '峰',
  啓: '啟',
  滙: '匯',
  爲: '為',
  敎: '教',
  説: '說',
  閲: '閱',
  産: '產',
  衆: '眾',
  鈎: '鉤',
  牀: '床',
  税: '稅',
}

/** Traditional to simplified, one character by itself, so that positions stay. */
const simplify = (character: string): string => {
  toSimplified ??= (
    require('opencc-js/t2cn') as { Converter: (options: { from: string; to: string }) => Converter }
  ).Converter({ from: 't', to: 'cn' })
  const simple = toSimplified(VARIANTS[character] ?? character)
  return simple.length === character.length ? simple : character
}

const foldUnknown = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0)
  if (code < 0x80) return String.fromCharCode(code).toLowerCase().charCodeAt(0)
  if (code === 0x3000 || code === 0xa0) return 0x20
  return code >= 0x4e00 && code <= 0x9fff ? simplify(String.fromCharCode(code)).charCodeAt(0) : code
}

// 0 is not yet known. Every question and every ledger passes here: a table costs a tenth of a map of characters
const table = new Uint16Array(0x1_0000)

/**
 * Folds one UTF-16 unit for matching: full width to half width, upper to lower case, traditional to simplified.
 * Always one unit for one unit.
 */
export const foldCode = (code: number): number => {
  let folded = table[code] as number
  if (folded === 0) {
    folded = foldUnknown(code)
    table[code] = folded
  }
  return folded
}

/** {@link foldCode} over a text; the result has the text's length. */
export const fold = (text: string): string => {
  let result = ''
  let done = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const folded = foldCode(code)
    if (folded === code) continue
    // stretches that stay as they are, which is most of them, are copied whole
    result += text.slice(done, i) + String.fromCharCode(folded)
    done = i + 1
  }
  return done === 0 ? text : result + text.slice(done)
}
