/** What somebody says of doubts by the numbers printed before them: 1对 2改为2025年6月底. */
export interface Verdict {
  /** Numbers as printed; empty for all of them (全对). */
  numbers: readonly string[]
  /** What it is to be; null where it was read rightly. */
  value: string | null
}

const NUMBERS = '第?\\d{1,4}(?:[、,，和]第?\\d{1,4})*(?:项|条|个|号)?'
const RIGHT = '(?:都|均)?(?:对的?|没错|正确|无误|没问题|不改|不用改|按此|属实|读对了?)'
const ITEM = new RegExp(`^(${NUMBERS})[，,：:\\s]*(?:(${RIGHT})|(?:应?改为?成?|应为|应是|改到)[：:\\s]*)`, 'u')
const NEXT = new RegExp(`[\\s，,；;。]+(?=${NUMBERS}[，,：:\\s]*(?:${RIGHT}|改|应[为是]))`, 'u')
const ALL = new RegExp(`^(?:全部?|都|均|全都|以上)${RIGHT}$`, 'u')
const STOP = /^[\s，,；;。]+|[\s，,；;。]+$/gu

const numbersIn = (text: string): string[] => text.match(/\d{1,4}/gu) ?? []

/** The verdicts that a message is made of; null where it holds anything else. */
export const readVerdicts = (text: string): readonly Verdict[] | null => {
  const words = text.replace(STOP, '')
  if (ALL.test(words)) return [{ numbers: [], value: null }]
  const verdicts: Verdict[] = []
  for (let rest = words; rest !== ''; ) {
    const item = ITEM.exec(rest)
    if (!item) return null
    const numbers = numbersIn(item[1] as string)
    const after = rest.slice(item[0].length)
    if (item[2] !== undefined) {
      if (after !== '' && !/^[\s，,；;。]/u.test(after)) return null
      verdicts.push({ numbers, value: null })
      rest = after.replace(STOP, '')
      continue
    }
    const end = NEXT.exec(after)
    const value = (end ? after.slice(0, end.index) : after).replace(STOP, '')
    if (value === '') return null
    verdicts.push({ numbers, value })
    rest = end ? after.slice(end.index).replace(STOP, '') : ''
  }
  return verdicts.length > 0 ? verdicts : null
}
