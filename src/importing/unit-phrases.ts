import { dataFile } from '../data.ts'
import { isCollective, readCollective } from '../units/collectives.ts'
import { splitUnits } from '../units/split-units.ts'
import { completeness } from '../units/unit-like.ts'

/** How names of bodies and of whole groups of them end. */
const BY_KIND =
  /(?:部门|单位|机构|专班|小组|委员会|办公室|政府|企业|学校|医院|乡镇|街道|镇街|街镇|县区|区县|市县|[县市区州]|园区|开发区|管委会|公司|集团|中心|(?:督导|督查|督察|研究)室|财政|党委|支部|社区|村|处室|科室|[分支]行|农商行|报社|电视台|卫生院|派出所|参事室|林场|站|促进会|贸促会|法院|检察院|残联|团中央|兵团|高校|院校|(?<=[省市区县州旗镇乡].{2,8})办)[）)]?$/u
const LONGEST_GROUP = 20

const isUnit = (name: string): boolean =>
  completeness(name) !== null ||
  (name.length <= LONGEST_GROUP && BY_KIND.test(name) && (isCollective(name) || name.length > 3))

/** The units of a phrase that holds nothing else; null for any other phrase. */
export const unitsOnly = (phrase: string): readonly string[] | null => {
  const { units, leftovers } = splitUnits(phrase)
  return units.length > 0 && leftovers.length === 0 && units.every(isUnit) ? units : null
}

const LEAST_UNITS = 0.5

/** The same of a phrase that says of its own who leads or is responsible: some of the names may be of an unusual kind. */
export const mostlyUnits = (phrase: string): readonly string[] | null => {
  const { units, leftovers } = splitUnits(phrase)
  const known = units.filter(isUnit).length
  return known > 0 && leftovers.length === 0 && known >= units.length * LEAST_UNITS ? units : null
}

/** 牵头单位, 责任部门: whoever that is. */
const BY_PART = /^(?:牵头|责任|配合|主办|协办|承办|参与|督导|实施|落实|主管|有关|相关)(?:责任|负责)?(?:单位|部门)$/u

/** Whether at least one of the units is a certain body, and not 各单位, 有关部门. */
export const namesBody = (units: readonly string[]): boolean =>
  units.some((unit) => !isCollective(unit) && !BY_PART.test(unit) && isUnit(unit))

/** Whether a unit stands for all places of a kind: 各区政府, 各县（市、区）, and not 各单位. */
export const namesPlaces = (unit: string): boolean => (readCollective(unit)?.levels.length ?? 0) > 0

interface DutyWords {
  duties: string[]
  notDuties: string[]
}

const load = dataFile<DutyWords>('prose.json')
let duty: RegExp | undefined
const dutyPattern = (): RegExp => {
  const { duties, notDuties } = load()
  const byLength = [...duties].sort((a, b) => b.length - a.length)
  duty ??= new RegExp(`(?!${notDuties.join('|')})(?:${byLength.join('|')})|[：:]|是[^，。]{2,12}，要`, 'gu')
  return duty
}

const LONGEST_SUBJECT = 120
const BEFORE_SUBJECT = /^(?:其中[，,]?|由|同时[，,]?|各项工作[，,]?)/u
const WITH_OTHERS =
  /(?:等(?:有关|相关|各)?(?:部门|单位)?)?(?:要|应)?(?:共同|分别|切实|充分|积极|及时|进一步|按照[^，。]{2,12}|根据[^，。]{2,12}|结合[^，。]{2,12}|认真|牵头|具体|密切)*$/u

/** The subject of a sentence that gives a unit something to do. */
export interface DutySubject {
  units: readonly string[]
  /** Who helps them, where the next clause says so (市财政局牵头，市审计局配合). */
  cooperating: readonly string[]
}

const HELPERS = /^[^，。]{0,4}，([^，。；]{2,60}?)(?:积极|密切|协同|共同)?(?:配合|协助|参与)(?=[，。；]|$)/u

const helpersAfter = (rest: string): readonly string[] => {
  const phrase = HELPERS.exec(rest)?.[1]
  return phrase === undefined ? [] : (unitsOnly(phrase) ?? [])
}

/** How a list of partners goes on where no comma ends it: 等部门研究提出意见, 于6月底前制定. */
const BEHIND_PARTNERS = /(?:等(?:有关|相关|各)?(?:部门和单位|部门|单位|方面)?|于(?=[\d今明年本]))[^，,。；]*$/u
const LONGEST_PARTNERS = 200

/** 县自然资源局会同各乡镇，…: who does it together with the subject. */
const partnersIn = (duty: string, rest: string): readonly string[] => {
  if (duty !== '会同' && duty !== '联合') return []
  const phrase = /^[^，,。；]{2,}/u.exec(rest.slice(0, LONGEST_PARTNERS))?.[0] ?? ''
  return unitsOnly(phrase) ?? unitsOnly(phrase.replace(BEHIND_PARTNERS, '')) ?? unitsBefore(phrase)
}

const LONGEST_NAMES = 60

/** The units that a phrase begins with, whatever it goes on to say of them (市气象局每周一发布预报). */
export const unitsBefore = (phrase: string): readonly string[] => {
  for (let to = Math.min(phrase.length - 1, LONGEST_NAMES); to >= 3; to--) {
    const names = phrase.slice(0, to)
    if (completeness(names.split(/[、和及]/u).at(-1) ?? '') !== 'known') continue
    const units = unitsOnly(names)
    if (units) return units
  }
  return []
}

/** 市财政局要完善…: the units that a sentence begins with and sets to work; null where it begins with anything else. */
export const subjectOf = (sentence: string): DutySubject | null => {
  const start = BEFORE_SUBJECT.exec(sentence)?.[0].length ?? 0
  const text = sentence.slice(start, start + LONGEST_SUBJECT)
  for (const match of text.matchAll(dutyPattern())) {
    if (match.index < 2) continue
    const phrase = text.slice(0, match.index)
    // 建立由市财政局牵头的联席会议: what is set up, and by nobody named
    if (/[。！？]/u.test(phrase) || /^(?:建立|成立|组建|设立|形成|健全|完善)/u.test(phrase)) return null
    const bare = phrase.replace(WITH_OTHERS, '')
    const units = bare.length < 2 ? null : unitsOnly(bare.replace(/[，,]$/u, ''))
    if (units) {
      const rest = sentence.slice(start + match.index + match[0].length)
      return { units, cooperating: [...partnersIn(match[0], rest), ...helpersAfter(rest)] }
    }
    if (match.index > 60) return null
  }
  return null
}

/** The sentences of a text, each with its stop. */
export const sentencesOf = (text: string): string[] => text.match(/[^。！？]+(?:[。！？][”」』）)]*|$)/gu) ?? []
