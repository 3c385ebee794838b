import type { LedgerIndex } from '../matching/ledger-index.ts'
import { numeralValue } from '../matching/number-reference.ts'
import type { Reading, Selection } from '../matching/reading.ts'
import { printedAs } from '../replies/printed-numbers.ts'
import type { Turn } from './dialogue.ts'

/** The entries of a list that a selection names; places that are not there are left out. */
export const places = (selection: Selection, list: readonly string[]): string[] => {
  if (selection.first !== undefined) {
    return selection.first > 0 ? list.slice(0, selection.first) : list.slice(selection.first)
  }
  return selection.places.flatMap((place) => list.at(place > 0 ? place - 1 : place) ?? [])
}

/** 另一个什么时候到期, 其余几项呢: what the answer left out. */
const OTHERS =
  /^那?(?:另外?(?:一|那|的|[两几])?(?:个|项|条|件|些)?|其余(?:的|几[项个条件])?|其他几[项个条件])(?!单位|部门|台账)/
const without = (list: readonly string[], some: readonly string[]): string[] => list.filter((id) => !some.includes(id))

/** The entries of the last list that the last answer was not about; null where nothing of the kind is asked. */
export const othersOf = ({ text }: Reading, { list, wider, about }: Turn): string[] | null => {
  if (!OTHERS.test(text)) return null
  const rest = wider.length > list.length ? without(wider, list) : without(list, about)
  return rest.length === 0 ? null : rest
}

/** 第二条 is a place in a list none of whose rows has that number of its own. */
const ORDINAL = /第([一二三四五六七八九十\d]{1,2})(?:条|件)/
const isPrinted = (number: number, last: Turn, index: LedgerIndex): boolean =>
  last.list.some((id) => index.tasks[index.placeOf(id) ?? -1]?.no === String(number))

/** What 第二个 or a bare 4 means in the list just given; null where it means nothing there. */
export const pickFromList = (reading: Reading, last: Turn, index: LedgerIndex): string[] | null => {
  if (last.list.length === 0) return null
  // 第2项…, 最后一项呢: of one task there is no last
  if (reading.selection?.places.includes(-1) && last.list.length === 1) return null
  if (reading.selection) return places(reading.selection, last.list)
  const [number] = reading.numbers
  const ordinal = ORDINAL.exec(reading.text)
  const place = numeralValue(ordinal?.[1] ?? '')
  if (ordinal && place <= last.list.length && !isPrinted(place, last, index))
    return places({ places: [place], span: [0, 0] }, last.list)
  if (!number?.bare) return null
  const id = printedAs(String(number.parts[0]), last.list, index)
  // 第14项…, 15呢: a number that is not printed goes on in the ledger
  return id === undefined ? null : [id]
}

/** 下一项, 上一项: the row next to the one task last spoken of, in its own ledger. */
export const neighbourOf = (reading: Reading, last: Turn, index: LedgerIndex): string | null => {
  const { step } = reading.follow
  const [id] = last.about
  const place = id === undefined || last.about.length !== 1 ? undefined : index.placeOf(id)
  if (step === 0 || place === undefined) return null
  const [here, there] = [index.tasks[place], index.tasks[place + step]]
  return there && there.ledgerId === here?.ledgerId ? there.id : null
}
