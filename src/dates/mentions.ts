import { anyCharacter } from '../text/characters.ts'
import { type Fields, RANK } from './fields.ts'
import { readMoment } from './moments.ts'
import { type Duration, readDuration } from './recognisers/durations.ts'
import { notTimes } from './recognisers/not-times.ts'
import { readOngoing } from './recognisers/ongoing.ts'
import { type Every, readEvery } from './recognisers/recurrences.ts'
import { type Lead, type Relation, readLead, readTail } from './relations.ts'
import { undatedEventAt } from './words.ts'

interface Place {
  /** With the particles before and behind: `[from, to)` in the clean text. */
  from: number
  to: number
}

export interface MomentMention extends Place {
  kind: 'moment'
  fields: Fields
  rank: number
  /** Where the time itself begins, behind its leading particle. */
  core: number
  lead: Lead['lead']
  relation: Relation | null
  /** Set by the continuing refiner: the work goes on for as long (2020年持续推进). */
  ongoing?: boolean
  /** Set by the list refiner: the whole list it is part of. */
  list?: { from: number; to: number }
  /** Set by the range refiner: the time the range ends with. */
  end?: Fields
  /** 今年汛期: an event of that year whose day nobody knows. */
  undated?: boolean
}

export interface DurationMention extends Place, Omit<Duration, 'to'> {
  kind: 'duration'
  /** Set by the refiner: the dated event it counts from. */
  anchor?: MomentMention
}

export interface EveryMention extends Place, Omit<Every, 'to'> {
  kind: 'every'
  /** Set by the refiner: the period it is confined to. */
  bound?: MomentMention
}

export interface OngoingMention extends Place {
  kind: 'ongoing'
}

export type Mention = MomentMention | DurationMention | EveryMention | OngoingMention

const beginsEvery = anyCharacter('每按逐逢隔单双奇偶半一两季年月周日0123456789二三四五六七八九十')
const beginsDuration = anyCharacter('0123456789一二两三四五六七八九十廿百半最过此未今接往向之随再近前上后下')
const beginsOngoing = anyCharacter('持长常坚久')
const SINCE = /^[^,。;、]{1,16}以来/
/** No time begins with any other character; a cheap test that lets most texts go at once. */
const TIMELY =
  /[\d现此一二两三四五六七八九十廿零元正腊冬闰年月周日天季旬半每按逐逢隔单双今明昨后前本上下当这去来次翌同全整首末底星礼农阴旧持长常久q"春清端中国劳国除元重七教妇植青儿建情消愚世国平圣龙小母父感立雨惊谷夏芒大处白秋寒霜节佛]/

const readAt = (text: string, at: number): Mention | null => {
  let bare: Duration | null = null
  if (beginsEvery(text, at)) {
    const every = readEvery(text, at)
    if (every) return { kind: 'every', from: at, ...every }
  }
  if (beginsDuration(text, at)) {
    const duration = readDuration(text, at)
    // 20年 may yet be the beginning of 20年底
    bare = duration?.way === 'bare' ? duration : null
    if (duration && !bare) return { kind: 'duration', from: at, ...duration }
  }
  const moment = readMoment(text, at)
  const event = moment?.rank === RANK.year ? undatedEventAt(text, moment.to) : null
  if (moment && event !== null)
    return { kind: 'moment', core: at, ...moment, ...readLead(text, at), ...readTail(text, event), undated: true }
  if (moment) {
    const tail = readTail(text, moment.to)
    const lead = readLead(text, at)
    // 从8点到11点 lies within a day
    if (lead.lead === 'open' && moment.rank === RANK.clock && /[至到-]/.test(text.slice(at, moment.to)))
      lead.lead = 'plain'
    // 自2012年启动试点以来
    const since = lead.lead === 'open' && tail.relation === null && SINCE.test(text.slice(tail.to, tail.to + 20))
    return {
      kind: 'moment',
      from: lead.from,
      to: tail.to,
      core: at,
      fields: moment.fields,
      rank: moment.rank,
      lead: lead.lead,
      relation: since ? 'since' : tail.relation,
    }
  }
  if (beginsOngoing(text, at)) {
    const to = readOngoing(text, at)
    if (to !== null) return { kind: 'ongoing', from: at, to }
  }
  return bare && { kind: 'duration', from: at, ...bare }
}

/** Everything in a clean text that speaks of time, left to right; durations without any meaning are left out. */
export const findMentions = (text: string): Mention[] => {
  const found: Mention[] = []
  if (!TIMELY.test(text)) return found
  const not = notTimes(text)
  let skipped = 0
  for (let at = 0; at < text.length; ) {
    const [from, to] = not[skipped] ?? [text.length, text.length]
    if (at >= from) {
      at = Math.max(at, to)
      skipped++
      continue
    }
    const mention = readAt(text, at)
    if (mention === null || mention.to <= at) {
      at++
      continue
    }
    at = mention.to
    if (!(mention.kind === 'duration' && mention.way === 'bare')) found.push(mention)
  }
  return found
}
