import { createRequire } from 'node:module'

type Pinyin = (text: string, options: { toneType: 'none'; type: 'array'; v: true }) => string[]

let pinyin: Pinyin | undefined
const require = createRequire(import.meta.url)

/** Characters of names of bodies whose sound depends on the word (银行, 调查, 重点). */
const BY_WORD = /[行重长调传便参校乐系藏厦率种假数差曾尽]/u
const single = new Map<string, string>()

const read = (text: string): string[] => {
  pinyin ??= (require('pinyin-pro') as { pinyin: Pinyin }).pinyin
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

/** Syllables without tones, one a character; the dictionary takes its time, so it is loaded at the first call. */
export const syllables = (text: string): string[] => {
  if (BY_WORD.test(text)) return read(text)
  const sounds: string[] = []
  for (const character of text) {
    let sound = single.get(character)
    if (sound === undefined) {
      sound = read(character)[0] ?? character
      single.set(character, sound)
    }
    sounds.push(sound)
  }
  return sounds
}

export const soundOf = (text: string): string => syllables(text).join("'")

/** Sounds that many speakers and input methods do not tell apart: zh/z, ch/c, sh/s, n/l, -ng/-n. */
export const broad = (sound: string): string =>
  sound
    .replace(/(^|')([zcs])h/gu, '$1$2')
    .replace(/(^|')l/gu, '$1n')
    .replace(/ng(?=$|')/gu, 'n')
