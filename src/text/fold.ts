import { createRequire } from 'node:module'

type Converter = (text: string) => string
const require = createRequire(import.meta.url)

let toSimplified: Converter | undefined
const folded = new Map<string, string>()

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

/**
 * Folds one UTF-16 unit for matching: full width to half width, upper to lower case, traditional to simplified.
 * Always one unit for one unit.
 */
export const foldCharacter = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character
  const known = folded.get(character)
  if (known !== undefined) return known
  let result = character
  if (code >= 0xff01 && code <= 0xff5e) result = String.fromCharCode(code - 0xfee0).toLowerCase()
  else if (code === 0x3000 || code === 0xa0) result = ' '
  else if (code >= 0x4e00 && code <= 0x9fff) result = simplify(character)
  folded.set(character, result)
  return result
}

/** {@link foldCharacter} over a text; the result has the text's length. */
export const fold = (text: string): string => {
  let result = ''
  for (let i = 0; i < text.length; i++) result += foldCharacter(text[i] as string)
  return result
}
