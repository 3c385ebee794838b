import { type Fields, type Grain, RANK, type Recogniser, sticky } from '../fields.ts'

const BOTTOM = '底(?!层|下|线|盘|数|稿|座|色|薪)|末|尾(?!款|矿|气|水|号|声|部|巴|随|数|盘|单|砂)'
const START =
  '初(?!步|级|中|次|始|审|稿|诊|评|衷|心|定|建|选|任|创)(?:期)?|头(?![一二两三四五六七八九十几半\\d]|等|条|版|部|脑|疼|重|号)'
const MIDDLE =
  '中(?!医|央|国|小|学|心|等|共|标|药|间|华|低|高|西|层|介|枢|转|试|考|英|美|日|韩|俄|部|外|长|型|性|年|午|秋|旬|下|青|老|方|东|铁|建|石|科|兴|职|专)'

const ofYear = sticky(
  `年(?:度)?(?:(${BOTTOM})|(终)(?!了|奖|考|总|述|决|绩|评|报|盘|岁|结)|(${START})|(${MIDDLE})|(内)(?!瓦|部|容|设|外))`,
)
const ofQuarter = sticky(`季度?(?:(${BOTTOM})|(?!)()|(${START})|(?!)()|(内)(?!部|容|外))`)
const ofMonth = sticky(`月(?:(${BOTTOM})|(?!)()|(${START})|(${MIDDLE})|(内)(?!部|容|外))`)
const ofNamed = sticky(`期?(?:(${BOTTOM}|后期)期?|(?!)()|(${START}|伊始|前期)|(${MIDDLE})[期叶]?)`)
const third = sticky('([上中下])(?:、?([中下]))?旬')
const halfMonth = sticky('([上下])半月')

const NAMED: Partial<Record<number, Grain>> = {
  [RANK.plan]: 'plan',
  [RANK.year]: 'year',
  [RANK.half]: 'half',
  [RANK.quarter]: 'quarter',
  [RANK.month]: 'month',
}

const WORDS = [
  { read: ofYear, grain: 'year', rank: RANK.year },
  { read: ofQuarter, grain: 'quarter', rank: RANK.quarter },
  { read: ofMonth, grain: 'month', rank: RANK.month },
] as const

const edgeOf = (match: RegExpExecArray): NonNullable<Fields['edge']> =>
  match[1] || match[2] ? 'end' : match[3] ? 'start' : match[4] ? 'middle' : 'within'

/** 年底, 月末, 季末, 年内; 底, 末, 初, 中 of the unit named before; 上旬, 中下旬. */
export const edges: Recogniser = {
  starts: '年季月期底末尾初头中伊前后上下',
  read: (text, at, rank) => {
    if (rank === RANK.none || rank === RANK.month) {
      const match = third(text, at)
      if (match) {
        const number = (word: string) => '上中下'.indexOf(word) + 1
        const from = number(match[1] as string)
        const to = match[2] ? number(match[2]) : from
        return {
          to: at + match[0].length,
          rank: RANK.week,
          fields: to > from ? { third: from, thirdTo: to } : { third: from },
        }
      }
      const half = halfMonth(text, at)
      if (half) return { to: at + half[0].length, rank: RANK.week, fields: { halfMonth: half[1] === '上' ? 1 : 2 } }
    }
    for (const { read, grain, rank: own } of WORDS) {
      if (rank > own) continue
      const match = read(text, at)
      // 五年内, 三个月内 and the like are durations
      if (!match || (rank === RANK.none && /[\d一二两三四五六七八九十几多半每个数正腊冬]/.test(text.charAt(at - 1))))
        continue
      if (rank === RANK.none && own === RANK.year && (text.charAt(at - 1) === '年' || match[3]?.startsWith('头')))
        continue
      return { to: at + match[0].length, rank: RANK.edge, fields: { edge: edgeOf(match), edgeOf: grain } }
    }
    const grain = NAMED[rank]
    const match = grain ? ofNamed(text, at) : null
    if (!match || (/期$|^期/.test(match[0]) && !/^[末初]/.test(match[0]) && rank !== RANK.plan)) return null
    return { to: at + match[0].length, rank: RANK.edge, fields: { edge: edgeOf(match), edgeOf: grain as Grain } }
  },
}
