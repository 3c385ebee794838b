import type { Whether } from './reading.ts'

/** 归不归, 逾没逾期, 参不参与: the first character of a verb, denied, and the verb. */
const CHOICE = /([参配牵到逾过超归属该算含涉落管完办交])[不没]\1/g

/** Puts 是否 in the place of a doubled verb, so that what is asked stands there as it does elsewhere. Folded text. */
export const spellOutChoice = (text: string): string => text.replace(CHOICE, '是否$1')

/** 有逾期的吗, 这周有没有要报的: whether there is any. */
const ANY = /有没有|有无|有木有|(?<![没还])有[^,，。]{0,12}?[的吗么没]*[吗么没][?？。~]*$/
const FACT =
  /(?:[吗嘛]|(?<![什怎那这多])么|(?<!有)没有?|与否|了不|对吧|是吧|对不对|是不是|吧)[?？。~!！… ]*$|是不是|是否|能不能|会不会|要不要|对吗/
/** 交警牵头还是城管牵头. */
const EITHER = /还是/

/** How a folded message asks for a yes or a no, or for one of two things; null where it does not. */
export const readWhether = (text: string): Whether | null => {
  if (EITHER.test(text)) return 'either'
  if (ANY.test(text)) return 'any'
  return FACT.test(text) ? 'fact' : null
}
