import { foldName } from './folded.ts'
import { remembered } from './remembered.ts'

/** A name that stands for many bodies. */
export interface Collective {
  /** Which places it covers, as written without 各: 区, 县, 市, 旗, 镇, 乡, 街道, 开发区 …; empty for 各成员单位. */
  levels: string[]
}

const MANY =
  /^(?:各|全[省市区县州旗盟]各?|[省市区县州旗]直各?|[省市区县州旗](?:政府|委)?各?(?:有关|相关)|(?:其他)?(?:有关|相关))|成员单位$|各(?:有关|相关)?(?:部门|单位)|(?:有关|相关)(?:部门|单位|企业)$|市县两级/u

/** Whether a name of a ledger stands for many bodies: 各区政府, 领导小组成员单位, 市直有关部门. */
export const isCollective = remembered((name: string): boolean => MANY.test(foldName(name).text))

const LEVEL =
  '(?:盟|地区)(?:行政公署|行署)|设区的?市|地级市|地市|自治州|市州|州市|开发区|高新区|经开区|新区|功能区|园区|自治县|自治旗|街道|镇街|乡镇|街镇|[省市区县州旗盟镇乡]'
const BODY = '人民政府|政府|管委会|管理委员会|党委|党工委|工委|办事处'
const PLACES = new RegExp(`各((?:(?:${LEVEL})(?:办事处)?|[、,()和及/]|各){1,14})((?:${BODY}|[、,()和及]){0,6})`, 'uy')
const EACH_LEVEL = new RegExp(LEVEL, 'gu')

const PAIRS: Record<string, string[]> = {
  设区的市: ['市'],
  设区市: ['市'],
  地级市: ['市'],
  地市: ['市'],
  市州: ['市', '州'],
  州市: ['州', '市'],
  自治州: ['州'],
  盟行政公署: ['盟'],
  盟行署: ['盟'],
  地区行政公署: ['地区'],
  地区行署: ['地区'],
  乡镇: ['乡', '镇'],
  镇街: ['镇', '街道'],
  街镇: ['街道', '镇'],
}

const levelsIn = (words: string): string[] =>
  [...words.matchAll(EACH_LEVEL)].flatMap(([level]) => PAIRS[level] ?? [level])

/** A collective of places that begins with 各 at `from` in a folded text; `official`: it names their governments. */
export const collectiveAt = (
  text: string,
  from: number,
): { to: number; levels: string[]; official: boolean } | null => {
  PLACES.lastIndex = from
  const found = PLACES.exec(text)
  if (found?.[1] === undefined) return null
  const levels = levelsIn(found[1])
  const to = from + found[0].replace(/[、,(和及/]+$/u, '').length
  return levels.length === 0 ? null : { to, levels, official: new RegExp(BODY, 'u').test(found[2] ?? '') }
}

export const readCollective = (name: string): Collective | null => {
  const { text } = foldName(name)
  if (!MANY.test(text)) return null
  const places = collectiveAt(text, 0)
  // 各区教育局 stands for the districts' bodies of that kind, not for the districts
  return { levels: places !== null && places.to === text.length ? places.levels : [] }
}
