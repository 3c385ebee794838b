import type { Fields } from '../fields.ts'
import type { EveryMention, Mention, MomentMention } from '../mentions.ts'
import type { EveryUnit } from '../recognisers/recurrences.ts'
import { LIST, takeOver } from './lists.ts'

const FOLLOWS = /^(?:[,的]|于|在)?$/
const BOUNDS = /^(?:期间|内)?[,:]?$/
const SIZE: Record<EveryUnit, number> = { year: 6, half: 5, quarter: 4, month: 3, week: 2, workday: 1, day: 1 }

/** Whether a time can say where in its unit a recurrence falls. */
const fits = (unit: EveryUnit, fields: Fields): boolean => {
  const relative =
    fields.year ??
    fields.plan ??
    fields.yearShift ??
    fields.yearFrom ??
    fields.monthShift ??
    fields.weekShift ??
    fields.quarterShift ??
    fields.dayShift
  if (relative !== undefined) return false
  if (unit === 'year')
    return (fields.month ?? fields.festival ?? fields.quarter ?? fields.half) !== undefined || fields.edgeOf === 'year'
  if (unit === 'month')
    return (
      fields.month === undefined &&
      (fields.day !== undefined || fields.third !== undefined || fields.edgeOf === 'month')
    )
  if (unit === 'week') return fields.weekday !== undefined
  return unit === 'quarter' && fields.edgeOf === 'quarter'
}

const addPosition = (every: EveryMention, moment: MomentMention): EveryMention => {
  const position = { fields: moment.fields, relation: moment.relation, ...(moment.end ? { until: moment.end } : {}) }
  const earlier = every.positions.map((each) => takeOver(each, position))
  return { ...every, to: moment.to, positions: [...earlier, position], twice: false }
}

/** 每年1月底前报送计划，12月底前报送总结: the second time comes round as well. */
const repeats = (text: string, before: Mention[], moment: MomentMention): EveryMention | null => {
  const every = before.at(-1)
  if (every?.kind !== 'every' || every.positions.length === 0 || moment.relation !== 'by') return null
  const between = text.slice(every.to, moment.core)
  if (LIST.test(between) || !/^[^。;(]*,$/.test(between) || !fits(every.unit, moment.fields)) return null
  const position = { fields: moment.fields, relation: moment.relation }
  const { bound } = every
  return {
    kind: 'every',
    from: moment.from,
    to: moment.to,
    unit: every.unit,
    positions: [position],
    ...(bound ? { bound } : {}),
  }
}

/**
 * Gathers what belongs to a recurrence: its places (每年6月底、12月底前) and the period it is confined to
 * (从2020年起，每年…; 2020年每月25日前).
 */
export const gatherRecurrences = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    const gap = last ? text.slice(last.to, mention.from) : ''
    const again = mention.kind === 'moment' ? repeats(text, result, mention) : null
    if (again) {
      result.push(again)
      continue
    }
    if (mention.kind === 'moment' && last?.kind === 'every' && !last.unsupported) {
      // 每年 | 12月底前, 每年上 | 下半年
      const place = last.positions.at(-1)
      const open = place === undefined || place.fields.elided === true
      const between = text.slice(last.to, mention.core)
      if ((LIST.test(between) || (open && FOLLOWS.test(between))) && fits(last.unit, mention.fields)) {
        result[result.length - 1] = addPosition(last, mention)
        continue
      }
      if (gap.endsWith('(') && mention.rank <= 1 && last.bound === undefined) {
        result[result.length - 1] = { ...last, to: mention.to, bound: mention }
        continue
      }
    }
    if (
      mention.kind === 'every' &&
      last?.kind === 'every' &&
      gap === '' &&
      last.positions.length === 0 &&
      SIZE[last.unit] > SIZE[mention.unit]
    ) {
      result[result.length - 1] = { ...mention, from: last.from, ...(last.bound ? { bound: last.bound } : {}) }
      continue
    }
    if (mention.kind === 'every' && last?.kind === 'moment' && BOUNDS.test(gap) && last.relation !== 'since') {
      result[result.length - 1] = { ...mention, from: last.from, bound: last }
      continue
    }
    result.push(mention)
  }
  return result
}
