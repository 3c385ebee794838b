import { anyCharacter } from '../text/characters.ts'
import { sticky } from './fields.ts'
import { COUNT } from './numerals.ts'

/** How what is asked for stands to the time named: by it, after it, from it on … */
export type Relation = 'by' | 'after' | 'from' | 'since' | 'within' | 'until'

const PERIOD = `(?:${COUNT}|半|几)个?半?(?:工作日|天|日|周|星期|礼拜|年|月|季度|小时)`
const BEFORE = `之前|以前|前夕|前(?!后|期|往|列|述|景|瞻|沿|置|端|来|提|线|方|台|身|辈|赴|${PERIOD})`
const AFTER = `之后|以后|过后|后(?!续|勤|备|期|面|代|台|果|悔|门|半|进|补|方|天)`

const TAILS: { read: ReturnType<typeof sticky>; relation: Relation | null }[] = [
  { read: sticky('(?:的|这)?(?:时候|时侯|段时间|当天)|前后|左右|上下'), relation: null },
  { read: sticky(`(?:结束|终了|到期|期满)?(?:${BEFORE})`), relation: 'by' },
  {
    read: sticky(
      '(?:的?期间|时期|之间|期内|以内|之内|内(?!容|部|外|设|涵|在|科|蒙|地|河|需)|里(?!程|面|边|约)|当中|间(?=$|[,。;、的]|每)|(?:放假|假期|小长假|长假|黄金周)(?:期间)?)',
    ),
    relation: 'within',
  },
  { read: sticky('起?(?:至今|到现在|到目前)|以来|来(?=$|[,。;的])'), relation: 'since' },
  {
    read: sticky(
      '(?:之日)?(?:起(?!床|草|来|诉|到[了作]|码|步|源|点|居|重|飞|火|运|降|伏)始?|开始(?!前))|之日(?=后|,|$)',
    ),
    relation: 'from',
  },
  { read: sticky(`(?:结束|终了|假期)?(?:${AFTER})`), relation: 'after' },
  { read: sticky('为止|止(?!步|血|痛|水)'), relation: 'until' },
]

const beginsTail = anyCharacter('的这时前左上结终到期之以间内里当放假小长黄起来开后过为止段')

/** The particles behind a time: 前, 底以前, 起, 以来, 期间, 止. */
export const readTail = (text: string, at: number): { to: number; relation: Relation | null } => {
  let to = at
  let relation: Relation | null = null
  for (let round = 0; round < 3; round++) {
    if (!beginsTail(text, to)) break
    let found = false
    for (const tail of TAILS) {
      const match = tail.read(text, to)
      if (!match) continue
      // 10月1日起以来 does not exist, 3月1日起至 does: one relation is enough
      if (relation !== null && tail.relation !== null && relation !== tail.relation && relation !== 'within') break
      to += match[0].length
      relation = tail.relation ?? relation
      found = true
      break
    }
    if (!found) break
  }
  return { to, relation }
}

/** What stands before a time, longest first. `open` words begin a period, `close` words end it. */
const LEADS: [words: string[], lead: Lead['lead']][] = [
  [['自从', '打从', '从', '自', '由'], 'open'],
  [
    [
      '截止到',
      '截止至',
      '截至到',
      '不晚于',
      '不迟于',
      '最迟于',
      '最晚于',
      '截至',
      '截止',
      '直到',
      '直至',
      '最迟',
      '最晚',
      '到',
      '至',
    ],
    'close',
  ],
  [['务必于', '务必在', '须于', '应于', '拟于', '定于', '务于', '赶在', '在', '于'], 'plain'],
]

/** Words that end like a lead but are not one: 收到, 关于, 现在. */
const NOT_LEADS =
  /(?:[收达做得找报看感受直提遇接等遭办没想涉走来拿赶]到|[由关属用处位终低高对至大小等多少优]于|[现存正所内]在|[来各独亲擅]自|[理自缘]由|[从]自|甚至|以至|乃至|直至|冬至|夏至)$/
const KEEP = new Set(['直到', '直至'])

export interface Lead {
  from: number
  lead: 'open' | 'close' | 'plain' | null
}

const endsLead = anyCharacter('从自由到至于截止迟晚在')

/** The particle before a time that begins at a place. */
export const readLead = (text: string, at: number): Lead => {
  if (!endsLead(text, at - 1)) return { from: at, lead: null }
  for (const [words, lead] of LEADS) {
    for (const word of words) {
      if (!text.endsWith(word, at)) continue
      if (!KEEP.has(word) && NOT_LEADS.test(text.slice(Math.max(0, at - 2), at))) return { from: at, lead: null }
      return { from: at - word.length, lead }
    }
  }
  return { from: at, lead: null }
}
