/** Whether the character at a place of a text is one of a set; false beyond its ends. */
export type CharacterTest = (text: string, at: number) => boolean

/**
 * A set of characters, to be asked at every place of every question. It goes by UTF-16 units: for a Chinese character
 * `text[at]` would make a string each time, and a set of strings would hash it.
 */
export const anyCharacter = (characters: Iterable<string>): CharacterTest => {
  const bits = new Uint8Array(0x1_0000 / 8)
  for (const character of characters) {
    const code = character.charCodeAt(0)
    bits[code >> 3] = (bits[code >> 3] as number) | (1 << (code & 7))
  }
  return (text, at) => {
    const code = text.charCodeAt(at)
    return (((bits[code >> 3] as number) >> (code & 7)) & 1) === 1
  }
}
