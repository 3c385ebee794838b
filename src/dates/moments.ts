import { type Fields, RANK, type Recogniser } from './fields.ts'
import { clocks } from './recognisers/clocks.ts'
import { days } from './recognisers/days.ts'
import { decades } from './recognisers/decades.ts'
import { edges } from './recognisers/edges.ts'
import { festivals } from './recognisers/festivals.ts'
import { months } from './recognisers/months.ts'
import { notations } from './recognisers/notations.ts'
import { plans } from './recognisers/plans.ts'
import { quarters } from './recognisers/quarters.ts'
import { weeks } from './recognisers/weeks.ts'
import { years } from './recognisers/years.ts'

const RECOGNISERS: Recogniser[] = [
  notations,
  years,
  decades,
  plans,
  quarters,
  months,
  weeks,
  days,
  edges,
  festivals,
  clocks,
]

let byStart: Map<number, Recogniser[]> | undefined

const recognisersAt = (code: number): Recogniser[] | undefined => {
  if (byStart === undefined) {
    byStart = new Map()
    for (const recogniser of RECOGNISERS) {
      for (const character of new Set(recogniser.starts)) {
        const key = character.charCodeAt(0)
        byStart.set(key, [...(byStart.get(key) ?? []), recogniser])
      }
    }
  }
  return byStart.get(code)
}

/** A time that a text names, from its largest unit to its smallest. */
export interface Moment {
  to: number
  fields: Fields
  rank: number
}

const NOTHING: Fields = {}
const QUALIFIED = /[的当]/

/**
 * The longest time that begins at a place. Pieces follow each other from large to small (今年 三月 底); at every step
 * the recogniser that reads furthest wins. With `rank` and `fields` it goes on where a recurrence left off (每月|25日).
 */
export const readMoment = (
  text: string,
  at: number,
  from: number = RANK.none,
  given: Fields = NOTHING,
): Moment | null => {
  let to = at
  let rank = from
  let fields = given
  for (;;) {
    let start = to
    let best: ReturnType<Recogniser['read']> = null
    for (;;) {
      for (const recogniser of recognisersAt(text.charCodeAt(start)) ?? []) {
        const piece = recogniser.read(text, start, rank, fields)
        if (piece && (best === null || piece.to > best.to)) best = piece
      }
      // 十月的第一周
      if (best || start > to || rank === RANK.none || !QUALIFIED.test(text.charAt(start))) break
      start++
    }
    if (best === null) break
    to = best.to
    rank = best.rank
    // most times have one piece only; an object spread costs more than reading the piece does
    fields = fields === NOTHING ? best.fields : Object.assign({}, fields, best.fields)
  }
  return to > at ? { to, fields, rank } : null
}
