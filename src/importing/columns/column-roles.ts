import { dataFile } from '../../data.ts'
import { squeeze } from '../cell-text.ts'
import { partOfYear } from './stages.ts'

/** What a column holds, as its heading tells. */
export type ColumnRole =
  | { kind: 'number' | 'units' | 'lead' | 'cooperating' | 'office' | 'timing' | 'phone' | 'goal' | 'other' }
  /** The higher the rank, the closer to the task itself: 类别 1, 重点任务 2, 具体内容 3, 推进措施 4. */
  | { kind: 'text'; rank: number }
  /** What is to be done in a part of the year, or in one year of several. */
  | { kind: 'stage'; period: string }
  /** `role` is what the people in it are called in a task's contacts. */
  | { kind: 'contact'; role: string }

interface ColumnsFile {
  number: string[]
  text: Record<string, string[]>
  goal: string[]
  units: string[]
  lead: string[]
  cooperating: string[]
  office: string[]
  timing: string[]
  contact: string[]
  phone: string[]
  other: string[]
}

const load = dataFile<ColumnsFile>('columns.json')

const PLAIN = ['number', 'goal', 'units', 'lead', 'cooperating', 'office', 'timing', 'phone', 'other'] as const

const buildHeadings = (): Map<string, ColumnRole> => {
  const file = load()
  const headings = new Map<string, ColumnRole>()
  for (const kind of PLAIN) for (const heading of file[kind]) headings.set(heading, { kind })
  for (const [rank, words] of Object.entries(file.text)) {
    for (const heading of words) headings.set(heading, { kind: 'text', rank: Number(rank) })
  }
  for (const entry of file.contact) {
    const [heading = entry, role = heading] = entry.split('=')
    headings.set(heading, { kind: 'contact', role })
  }
  return headings
}

let headings: Map<string, ColumnRole> | undefined
const LONGEST_HEADING = 26
const REACH = /(?:及|和|与|、|\/)?(?:其)?(?:联系方式|联系电话|电话|手机号码|手机号|手机|职务|姓名|名单)$/u
const EXTRAS = /[（(【[][^（）()【】[\]]*[）)】\]]/gu
const PADDING = /[\s\p{P}\p{S}]/gu

/** A heading's words alone: without breaks, brackets, years and what says only that a telephone stands there too. */
const plainHeading = (cell: string): string => {
  const squeezed = squeeze(cell).toLowerCase()
  const bare = squeezed.replace(EXTRAS, '').replace(/(?:20\d\d|本)年(?:度)?/gu, '')
  const reachless = bare.replace(REACH, '')
  return (reachless === '' ? bare : reachless).replace(PADDING, '')
}

/** The known heading that a longer one ends with: the last word is what the column is about (牵头部门分管领导). */
const byEnding = (heading: string, known: ReadonlyMap<string, ColumnRole>): ColumnRole | null => {
  for (let from = 1; from <= heading.length - 2; from++) {
    const role = known.get(heading.slice(from))
    if (role) return role
  }
  return null
}

const byBeginning = (heading: string, known: ReadonlyMap<string, ColumnRole>): ColumnRole | null => {
  for (let to = heading.length - 1; to >= 3; to--) {
    const role = known.get(heading.slice(0, to))
    if (role) return role
  }
  return null
}

const WHO = '(?:单位|部门|机构|主体|地区)(?:(?:及|和|、)?(?:单位|部门))?'
const DUTIES = '(?:责任|负责|落实|实施|承办|配合|承担)*'
/** 协同责任单位, 主要负责部门: headings made of a word for the part played and one for who plays it. */
const BY_PART: readonly (readonly [RegExp, 'lead' | 'cooperating' | 'other'])[] = [
  [new RegExp(`^(?:总|主要|第一|首要)?(?:牵头|主办|主责)${DUTIES}${WHO}$`, 'u'), 'lead'],
  [
    new RegExp(`^(?:主要|具体|其他|有关|相关)?(?:配合|协同|协办|协作|参与|参加|协助|会办|联办)${DUTIES}${WHO}$`, 'u'),
    'cooperating',
  ],
  // when it was met, ordered or received, not when it is due
  [
    /^(?:会议|交办|下达|发文|印发|成文|来文|收文|签收|批示|立项|受理|登记|录入|填报|填表|更新|发布|发现|检查|通报).{0,6}(?:时间|日期)$/u,
    'other',
  ],
  // who watches, not who does
  [
    new RegExp(
      `^(?:牵头)?(?:评分|打分|赋分|考评|考核|评价|评估|评审|验收|认定|审核|审批|监督|监管|督查|督办|统计|数据来源|行业主管)${DUTIES}${WHO}$`,
      'u',
    ),
    'other',
  ],
]

const byPart = (heading: string): ColumnRole | null => {
  const kind = BY_PART.find(([pattern]) => pattern.test(heading))?.[1]
  return kind === undefined ? null : { kind }
}

/** 责任单位及责任人: a column of units that also names people stays one of units; 牵头和配合单位 holds both roles. */
const byFirstPart = (heading: string, known: ReadonlyMap<string, ColumnRole>): ColumnRole | null => {
  const [first = '', second = ''] = heading.split(/[及和与]/u)
  const role = known.get(first)
  if (role?.kind !== 'units' && role?.kind !== 'lead' && role?.kind !== 'cooperating') return null
  const other = known.get(second)?.kind
  return other === 'lead' || other === 'cooperating' ? { kind: 'units' } : second === '' ? null : role
}

/** A column's meaning, and whether its heading is one of the known ones word for word. */
export interface HeadingReading {
  role: ColumnRole
  exact: boolean
}

const read = (cell: string): HeadingReading | null => {
  const period = partOfYear(cell)
  if (period !== null) return { role: { kind: 'stage', period }, exact: true }
  headings ??= buildHeadings()
  const heading = plainHeading(cell)
  if (heading === '' || heading.length > LONGEST_HEADING) return null
  const exact =
    headings.get(squeeze(cell).toLowerCase().replace(PADDING, '')) ?? headings.get(heading) ?? byPart(heading)
  if (exact) return { role: exact, exact: true }
  const role = byFirstPart(heading, headings) ?? byEnding(heading, headings) ?? byBeginning(heading, headings)
  return role && { role, exact: false }
}

/**
 * What a column with this heading holds, or null where the heading is none that is known. Headings broken over lines
 * and with additions in brackets are understood.
 */
export const readHeading = (cell: string): HeadingReading | null =>
  cell.length > LONGEST_HEADING * 3 || /[。；;]/u.test(cell) ? null : read(cell)
