import { pick, randomFrom } from './random.ts'

/** One document of a synthetic year. */
export interface SyntheticLedger {
  /** Name of the file to write it to. */
  file: string
  year: number
  csv: string
}

export interface SyntheticRow {
  no: number
  heading: string
  content: string
  lead: string
  cooperating: string[]
  timing: string
}

export const FIRST_YEAR = 2016
export const YEARS = 10
const SEED = 20200105

const DISTRICTS =
  '城东 城西 城南 城北 临江 望湖 青山 白云 新城 高新 开发 滨海 平川 长河 云岭 石桥 双桥 龙泉 凤台 清溪 永安 和平 兴隆 太平 东陵 西陵'
    .split(' ')
    .map((name) => `${name}区`)
const ORGANS =
  '发展改革委 教育局 科技局 公安局 民政局 司法局 财政局 人力社保局 自然资源局 生态环境局 住房城乡建设局 交通运输局 水务局 农业农村局 商务局 文化和旅游局 卫生健康委 应急管理局 审计局 市场监管局 统计局 医保局'.split(
    ' ',
  )

/** 22 organs of the city and of each of its 26 districts: 594 units. */
export const UNITS: readonly string[] = ['市', ...DISTRICTS].flatMap((place) =>
  ORGANS.map((organ) => `${place}${organ}`),
)

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  安全生产: ['危险化学品企业', '建筑施工工地', '城镇燃气管网', '矿山尾矿库', '消防通道', '特种设备'],
  营商环境: ['企业开办流程', '政务服务事项', '招标投标监管', '不动产登记', '涉企收费', '信用信息平台'],
  生态环境: ['饮用水水源地', '扬尘污染', '机动车尾气', '土壤污染地块', '黑臭水体', '危险废物转移'],
  教育工作: ['普惠性幼儿园', '义务教育学位', '校外培训机构', '职业学校实训基地', '教师轮岗交流', '学校食堂'],
  乡村振兴: ['高标准农田', '农村户厕', '村集体经济', '农产品冷链', '农村公路', '人居环境示范村'],
  医疗卫生: ['家庭医生签约服务', '药品集中采购', '医保支付方式', '远程会诊平台', '基层医疗机构', '医疗服务价格'],
}
const ACTIONS =
  '开展专项排查 完善管理制度 推进升级改造 建立信息台账 组织联合检查 制定实施方案 扩大试点范围 优化办理流程 落实整改销号 加强日常监测'.split(
    ' ',
  )
const GOALS =
  '覆盖率达到百分之九十以上 形成长效机制 问题整改率达到百分之百 群众满意度明显提升 提交评估报告 完成年度建设任务 建成示范点二十个 实现数据互联互通'.split(
    ' ',
  )

const timingOf = (year: number, random: () => number): string => {
  const month = 1 + Math.floor(random() * 12)
  const date = 1 + Math.floor(random() * 28)
  const shapes = [
    `${year}年`,
    `${year}年${month}月底前`,
    `${year}年${month}月${date}日前`,
    `${year}年底前`,
    `每年${month}月底前`,
    '持续推进',
    `${year}年${month}月底前制定方案，${year + 1}年底前全面完成`,
    `${year}年${Math.max(1, month - 3)}月至${month}月`,
  ]
  return pick(shapes, random)
}

/**
 * The rows of one year. Units are drawn evenly and so is everything else, but each row names its district: no two
 * contents are the same and no unit stands out.
 */
const rowsOf = (year: number, count: number, random: () => number): SyntheticRow[] =>
  Array.from({ length: count }, (_, index) => {
    const heading = pick(Object.keys(FIELDS), random)
    const object = pick(FIELDS[heading] as readonly string[], random)
    const place = pick(DISTRICTS, random)
    const units = new Set<string>()
    const wanted = 1 + Math.floor(random() * 4)
    while (units.size < wanted) units.add(pick(UNITS, random))
    const [lead = '', ...cooperating] = units
    return {
      no: index + 1,
      heading,
      content: `${place}${object}${pick(ACTIONS, random)}，第${index + 1}批对象${pick(GOALS, random)}。`,
      lead,
      cooperating,
      timing: timingOf(year, random),
    }
  })

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Ten years of ledgers with this many tasks in all, the same in every run; ready to be written to files and imported. */
export const syntheticLedgers = (tasks: number): (SyntheticLedger & { rows: SyntheticRow[] })[] =>
  Array.from({ length: YEARS }, (_, index) => {
    const year = FIRST_YEAR + index
    const rows = rowsOf(year, Math.round(tasks / YEARS), randomFrom(SEED + year))
    const lines = [
      ['序号', '工作领域', '具体任务', '牵头单位', '配合单位', '完成时限'],
      ...rows.map(({ no, heading, content, lead, cooperating, timing }) => [
        String(no),
        heading,
        content,
        lead,
        cooperating.join('、'),
        timing,
      ]),
    ]
    return {
      file: `江州市${year}年重点工作任务分工表.csv`,
      year,
      rows,
      csv: `${lines.map((cells) => cells.map(cell).join(',')).join('\n')}\n`,
    }
  })
