import { fold, foldCode } from '../text/fold.ts'

/** Spaces and signs, apart from those that join a name or a number: 4+7, 5g/4g, pm2.5. */
const DROPPED_SIGNS = /(?![+/.])[\s\p{P}\p{S}]|(?<![a-z\d])[+/.]|[+/.](?![a-z\d])/gu
const SIGN = /[\s\p{P}\p{S}]/u
const JOINING = /[+/.]/
const JOINED = /[a-z\d]/
const SURROGATE = /[\ud800-\udfff]/
const UNSEEN = -1
const DROPPED = -2
/** Dropped unless it stands between letters or digits. */
const JOINER = -3

// what becomes of each UTF-16 unit: whole ledgers go through here, and a table is ten times as quick as the pattern
let table: Int32Array | undefined

const bareUnit = (code: number): number => {
  const folded = foldCode(code)
  const character = String.fromCharCode(folded)
  if (JOINING.test(character)) return JOINER
  return SIGN.test(character) ? DROPPED : folded
}

const isJoined = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && JOINED.test(String.fromCharCode(foldCode(text.charCodeAt(at))))

/** A text folded and without spaces, punctuation and symbols: what topics are compared by. */
export const bare = (text: string): string => {
  if (SURROGATE.test(text)) return fold(text).replace(DROPPED_SIGNS, '')
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
    if (becomes === JOINER && isJoined(text, i - 1) && isJoined(text, i + 1))
      result += String.fromCharCode(foldCode(code))
    else if (becomes >= 0) result += String.fromCharCode(becomes)
    clean = i + 1
  }
  return clean === 0 ? text : result + text.slice(clean)
}
