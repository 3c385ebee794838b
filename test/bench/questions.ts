import { pick, randomFrom } from './random.ts'
import { FIRST_YEAR, UNITS, YEARS } from './synthetic.ts'

/** A question of the benchmark. Questions of one dialogue follow one another in one conversation. */
export interface BenchQuestion {
  kind: string
  text: string
  dialogue: string
}

const SEED = 7
const TOPICS = '药品集中采购 燃气管网 不动产登记 饮用水水源地 普惠性幼儿园 高标准农田 信用信息平台 黑臭水体'.split(' ')
const PERIODS = '三月底前 年底前 下个月 一季度 本周 未来30天 上半年 10月底前 国庆节前'.split(' ')
const ROLES = ['负责', '牵头', '配合']

type Maker = (random: () => number) => string[]
const unit = (random: () => number): string => pick(UNITS, random)
const year = (random: () => number): string => `${FIRST_YEAR + Math.floor(random() * YEARS)}年`

// each gives one dialogue: mostly a single question
const KINDS: Readonly<Record<string, Maker>> = {
  unit: (r) => [`${unit(r)}${pick(ROLES, r)}哪些任务`],
  period: (r) => [r() < 0.5 ? `${pick(PERIODS, r)}要交什么` : `${year(r)}${1 + Math.floor(r() * 12)}月到期的有哪些`],
  count: (r) => [`${unit(r)}${pick(ROLES, r)}的任务有几项`],
  topic: (r) => [`${pick(TOPICS, r)}方面有哪些任务`],
  number: (r) => [`第${1 + Math.floor(r() * 90)}项谁牵头，什么时候交`],
  compound: (r) => [`${pick(PERIODS, r)}${unit(r)}牵头的${pick(TOPICS, r)}任务有几项`],
  'follow-up': (r) => [`${unit(r)}负责哪些任务`, `那${unit(r)}呢`, '其中9月底以前的', '换成配合的'],
}

/** One character of the middle replaced by one of the same sound. */
const MISSPELLINGS: readonly (readonly [string, string])[] = [
  ['教育局', '教玉局'],
  ['财政局', '财证局'],
  ['交通运输局', '交通运书局'],
  ['民政局', '民正局'],
  ['生态环境局', '生太环境局'],
  ['医保局', '衣保局'],
]

const misspelt: Maker = (r) => {
  const [right, wrong] = pick(MISSPELLINGS, r)
  const units = UNITS.filter((name) => name.endsWith(right))
  return [`${pick(units, r).replace(right, wrong)}负责哪些任务`]
}

const make = (kind: string, maker: Maker, dialogues: number, random: () => number): BenchQuestion[] =>
  Array.from({ length: dialogues }, (_, index) =>
    maker(random).map((text) => ({ kind, text, dialogue: `${kind}-${index}` })),
  ).flat()

/** The mixed set, the same in every run, and apart from it the questions that misspell a unit. */
export const benchQuestions = (dialogues: number): { mixed: BenchQuestion[]; misspelt: BenchQuestion[] } => {
  const random = randomFrom(SEED)
  return {
    mixed: Object.entries(KINDS).flatMap(([kind, maker]) => make(kind, maker, dialogues, random)),
    misspelt: make('misspelt', misspelt, dialogues, random),
  }
}
