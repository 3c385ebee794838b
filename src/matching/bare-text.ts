import { fold, foldCode } from '../text/fold.ts'

const PUNCTUATION = /[\s\p{P}\p{S}]/gu
const SURROGATE = /[\ud800-\udfff]/
const UNSEEN = -1
const DROPPED = -2

// what becomes of each UTF-16 unit: whole ledgers go through here, and a table is ten times as quick as the pattern
let table: Int32Array | undefined

const bareUnit = (code: number): number => {
  const folded = foldCode(code)
  return String.fromCharCode(folded).replace(PUNCTUATION, '') === '' ? DROPPED : folded
}

/** A text folded and without spaces, punctuation and symbols: what topics are compared by. */
export const bare = (text: string): string => {
  if (SURROGATE.test(text)) return fold(text).replace(PUNCTUATION, '')
  table ??= new Int32Array(0x1_0000).fill(UNSEEN)
  let result = ''
  let clean = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let becomes = table[code] as number
    if (becomes === UNSEEN) {
      becomes = bareUnit(code)
      table[code] = becomes
    }
    if (becomes === code) continue
    // stretches that stay as they are, which is most of them, are copied whole
    result += text.slice(clean, i)
    if (becomes !== DROPPED) result += String.fromCharCode(becomes)
    clean = i + 1
  }
  return clean === 0 ? text : result + text.slice(clean)
}
