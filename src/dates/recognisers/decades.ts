import { type Fields, RANK, type Recogniser, sticky } from '../fields.ts'
import { readNumber, SMALL } from '../numerals.ts'

const century = sticky(`(?:公元)?第?(${SMALL})世纪(?:(${SMALL})年代)?|(上|本)个?世纪(?:(${SMALL})年代)?`)
const decade = sticky('(\\d0|[二三四五六七八九]十)年代')

const years = (from: number, count: number): Fields => ({ plan: [from, from + count - 1] })

/** 20世纪80年代, 九十年代, 上世纪末: read so that they are not taken for something else. */
export const decades: Recogniser = {
  starts: '0123456789一二三四五六七八九十上本第公',
  read: (text, at, rank) => {
    if (rank !== RANK.none) return null
    const match = century(text, at)
    if (match) {
      const first = match[1] ? (readNumber(match[1]) - 1) * 100 : match[3] === '上' ? 1900 : 2000
      const named = match[2] ?? match[4]
      if (Number.isNaN(first) || first < 0) return null
      const fields = named ? years(first + readNumber(named), 10) : years(first, 100)
      return { to: at + match[0].length, rank: RANK.plan, fields }
    }
    const alone = decade(text, at)
    if (!alone) return null
    const ten = readNumber(alone[1] as string)
    return { to: at + alone[0].length, rank: RANK.plan, fields: years((ten >= 30 ? 1900 : 2000) + ten, 10) }
  },
}
