import { fold, foldCode } from '../text/fold.ts'
import { samePlaces } from '../text/positions.ts'

/** A text as names are compared in it, with the way back to the original. */
export interface Folded {
  /** Half width, simplified, lower case, without white space and invisible characters. */
  text: string
  /** Place in the original of every character; at least one more at the end. */
  at: readonly number[]
}

const isSkipped = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f &&
    (code <= 0xa0 ||
      code === 0xad ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202f) ||
      (code >= 0x205f && code <= 0x2064) ||
      code === 0x3000 ||
      code === 0xfeff ||
      (code >= 0xfe00 && code <= 0xfe0f)))

export const foldName = (text: string): Folded => {
  let whole = true
  for (let i = 0; i < text.length && whole; i++) whole = !isSkipped(text.charCodeAt(i))
  if (whole) return { text: fold(text), at: samePlaces(text.length) }
  let folded = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isSkipped(code)) continue
    folded += String.fromCharCode(foldCode(code))
    at.push(i)
  }
  at.push(text.length)
  return { text: folded, at }
}
