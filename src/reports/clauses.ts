/** A stretch of a text, `[from, to)`. */
export interface Stretch {
  from: number
  to: number
}

/** Where a number begins that is a new task's and not an amount (完成 12项). */
const NEW_NUMBER =
  /(?<=[\u4e00-\u9fff%％)）])(?<![第项务号条])([ \u3000]+)(?=\d{1,3}(?:[、,，和]\d{1,3})*[ \u3000]?(?:[:：]|已|完|办|正|没|还|进度|推进|(?<![共有成了满到][ \u3000]+[\d、,，和]+)[项条号])|[(（][\d一二三四五六七八九十]{1,3}[)）])/g

/** 一、第2项…；二、第6项…: the places of what is listed, in front of the tasks' own numbers. */
const ENUMERATOR =
  /(?<=^|[;；。:：\n])[ \u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑳])[ \u3000]*(?=第[\d一二三四五六七八九十]{1,4}[项条号件])/g

/** 4 签约率到80%了: a number by itself in front, set off by a space. */
const LONE_NUMBER = /^(\d{1,3})[ \u3000](?=[\u4e00-\u9fff])/

/**
 * A message with its pauses written out, each character in its place: lines end in a stop, and a space before a new
 * number is a comma.
 */
export const withPauses = (written: string): string =>
  written
    .replace(LONE_NUMBER, '$1：')
    .replace(/[\r\n]/g, '；')
    .replace(ENUMERATOR, (mark) => '；'.repeat(mark.length))
    .replace(NEW_NUMBER, (space) => `，${space.slice(1)}`)

/**
 * What parts one clause from the next. A comma between numbers belongs to their list (3，5项); 第…项 begins a clause
 * of its own where it is not part of such a list.
 */
const PAUSE = new RegExp(
  [
    '[。;；!！]+',
    '(?<!\\d)[,，]+',
    '[,，]+(?!\\d{1,3}(?:[、,，和]|[项条号件已完办]))',
    '(?<=\\D) (?=\\D)',
    '(?<=[\\u4e00-\\u9fff%])(?<![、,，和及与跟到至年的里下项条分据照按])(?=第[\\d一二三四五六七八九十百]{1,5}[项条号件])',
  ].join('|'),
  'g',
)

/** The clauses of a text, without the pauses between them. */
export const clausesOf = (text: string): Stretch[] => {
  const clauses: Stretch[] = []
  let from = 0
  for (const { index, 0: pause } of text.matchAll(PAUSE)) {
    if (index > from) clauses.push({ from, to: index })
    from = index + pause.length
  }
  if (from < text.length) clauses.push({ from, to: text.length })
  return clauses
}
