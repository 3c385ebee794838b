import { CHINESE_DIGITS } from '../text/digits.ts'

const UNIT = '(天|周|星期|礼拜|个月)'
const WITHIN = '(?:之内|以内|内|里)'
/** What makes a bare length a stretch from today on. */
const FROM_NOW = '(?:这|近|最近|未来|往后|今后|接下来|未来的?这?)'
const DUE = '(?=就?[要会该得须]|到期|截止|完成|交|报|办)'

/** 三五天内, 这一两天, 两三个月要交: the larger of the two is meant. */
const BETWEEN = new RegExp(
  `(${FROM_NOW})?([一二两三四五六七八])([两二三四五六七八九])${UNIT}(?:(${WITHIN})|(?<=${FROM_NOW}.{2,4})|${DUE})`,
  'g',
)
/** 这几天, 几天内: a week at most; so many weeks or months. */
const SOME = new RegExp(`(?:${FROM_NOW}几${UNIT}${WITHIN}?|(?<![有剩差第前后])几${UNIT}${WITHIN})`, 'g')
const AT_MOST: Readonly<Record<string, string>> = {
  天: '7天内',
  周: '4周内',
  星期: '4周内',
  礼拜: '4周内',
  个月: '3个月内',
}

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${FROM_NOW}?十天半个?月${WITHIN}?`, 'g'), '15天内'],
  [new RegExp(`${FROM_NOW}?个把月${WITHIN}?`, 'g'), '1个月内'],
  [new RegExp(`${FROM_NOW}?个把(?:星期|礼拜|周)${WITHIN}?`, 'g'), '1周内'],
  [new RegExp(`${FROM_NOW}?十来天${WITHIN}?`, 'g'), '15天内'],
  [new RegExp(`${FROM_NOW}?十几天${WITHIN}?`, 'g'), '20天内'],
  [/[打自]今天起/g, '从今天起'],
  // 年 by itself is the Spring Festival: not 2020年前, 两年前, 今年后
  [/(?<![\d一二两三四五六七八九十〇零几多半今明去后每当全成青百千])年前年后/g, '春节前后'],
  [
    /(?<![\d一二两三四五六七八九十〇零几多半今明去后每当全成青百千])(?:过完?)?年([前后])(?=[要得必须能交报办到完该之以的,，有还内再]|$)/g,
    '春节$1',
  ],
]

/** Cheap: most times are definite. */
const MAY_BE_VAGUE =
  /几(?:天|周|星期|礼拜|个月)|[一二两三四五六七八][两二三四五六七八九](?:天|周|星期|礼拜|个月)|十天半|个把|十来天|十几天|今天起|年[前后]/

/**
 * Puts a definite length in the place of a vague one (三五天内, 十天半个月, 这几天), so that the answer can name it:
 * the longer end is meant, for nothing that may be asked about is to be missed. Folded text that looks ahead.
 */
export const spellOutTimes = (text: string): string => {
  if (!MAY_BE_VAGUE.test(text)) return text
  let result = text
    .replace(BETWEEN, (whole, _now, low: string, high: string, unit: string) =>
      (CHINESE_DIGITS[high] ?? 0) > (CHINESE_DIGITS[low] ?? 0) ? `${CHINESE_DIGITS[high]}${unit}内` : whole,
    )
    .replace(SOME, (_whole, a: string | undefined, b: string | undefined) => AT_MOST[a ?? b ?? '天'] as string)
  for (const [phrase, meant] of PHRASES) result = result.replace(phrase, meant)
  return result
}
