import { fold } from './fold.ts'

/** Longer messages are cut: nobody asks a question of this length, and reading must stay quick. */
export const MAX_QUESTION = 2_000

// control and invisible characters (line ends and tabs apart), lone surrogates, combining marks, emoji
const NOISE = /(?![\t\r\n])[\p{C}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu
const BRACKETED_EMOTICON = /\[[\u4e00-\u9fff]{1,4}\]/g
const CJK = '\\u2e80-\\u9fff'
const INNER_SPACE = new RegExp(`(?<=[${CJK}])\\s+(?=[${CJK}\\d(])|(?<=[\\d)])\\s+(?=[${CJK}])`, 'g')

/** Most messages have nothing to clean away: neither spaces nor what {@link NOISE} and emoticons are made of. */
const PLAIN = /^[\w\u3001\u3002\u4e00-\u9fff\uff01-\uff5e,.?!:;()/-]*$/

/**
 * A question as the understanding reads it: half width, simplified, lower case, without emoji and invisible
 * characters, without spaces inside Chinese, at most {@link MAX_QUESTION} characters.
 */
export const normalise = (text: string): string =>
  text.length <= MAX_QUESTION && PLAIN.test(text) ? fold(text) : cleaned(text)

const cleaned = (text: string): string =>
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
