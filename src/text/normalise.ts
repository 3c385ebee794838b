import { fold } from './fold.ts'

/** Longer messages are cut: nobody asks a question of this length, and reading must stay quick. */
export const MAX_QUESTION = 2_000

// control and invisible characters (line ends and tabs apart), lone surrogates, combining marks, emoji
const NOISE = /(?![\t\r\n])[\p{C}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu
const BRACKETED_EMOTICON = /\[[\u4e00-\u9fff]{1,4}\]/g
const CJK = '\\u2e80-\\u9fff'
const INNER_SPACE = new RegExp(`(?<=[${CJK}])\\s+(?=[${CJK}\\d(])|(?<=[\\d)])\\s+(?=[${CJK}])`, 'g')

/**
 * A question as the understanding reads it: half width, simplified, lower case, without emoji and invisible
 * characters, without spaces inside Chinese, at most {@link MAX_QUESTION} characters.
 */
export const normalise = (text: string): string =>
  fold(
    text
      .slice(0, MAX_QUESTION * 4)
      .replace(NOISE, '')
      .replace(BRACKETED_EMOTICON, ''),
  )
    .replace(INNER_SPACE, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .slice(0, MAX_QUESTION)
