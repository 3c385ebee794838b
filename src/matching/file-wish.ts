/** The kind of file that is asked for; `report` is a 专报, `page` one cut to a page, `png` a 进度图. */
export type FileKind = 'xlsx' | 'docx' | 'csv' | 'report' | 'page' | 'ics' | 'png'

/** A file asked for: of what kind, and what the rest of the message says of what goes in. */
export interface FileWish {
  kind: FileKind
  /** The message without what asks for the file; 刚才那些 where nothing else is said. */
  rest: string
}

const NOUNS: readonly (readonly [FileKind, string])[] = [
  ['ics', '(?:手机)?(?:日历|日程表?|ics)(?:文件|格式|里|中)?'],
  ['csv', 'csv(?:文件|格式|表格?)?'],
  ['docx', '(?:word|docx?|wps)(?:文档|文件|格式|版)?|文档'],
  ['xlsx', '(?:excel|xlsx?|电子表格?)(?:表格?|文件|格式|版)?|表格?|清单表'],
]
const NOUN = `(?:${NOUNS.map(([, words]) => words).join('|')})`
const PLEASE = '(?:请|麻烦|劳驾|帮我|帮忙|帮|给我|替我|能不能|能否|可不可以|可以|能|再|也|都|一并|直接)*'
/** What is done with tasks so that a file comes of it. */
const MAKES = '(?:导出|导|输出|转出|转|另存|存|保存|生成|制作|做|整理|汇总|打包)'
const INTO = '(?:下载?)?(?:来|成为|成|为|到|出|一下|下)?(?:一?[个份张])?'
const ENDS =
  '(?:文件)?(?:给我|发给?我|传给?我|发来|发过来|发到?群里|看看|吧|吗|可以吗|好吗|行吗|呗|一下|下)*[。.!！?？~]*'

/** …导出成Excel, …导个表, …出张表 */
const AT_THE_END = new RegExp(
  `^(.*?)[，,、]?${PLEASE}(?:${MAKES}${INTO}|(?:出|发给?我|给我|传给?我)一?[个份张])(${NOUN})${ENDS}$`,
  'iu',
)
/** …导出, …导出来 */
const BARE = new RegExp(`^(.*?)[，,、]?${PLEASE}导出(?:来|一下|下)?${ENDS}$`, 'iu')
/** 导出市财政局的任务, 导出Excel：第3项 */
const AT_THE_START = new RegExp(`^${PLEASE}导出${INTO}(?:(${NOUN})[，,：:的]?)?(.+?)${ENDS}$`, 'iu')
/** 给我一份市财政局任务的Excel */
const A_COPY = new RegExp(`^${PLEASE}(?:给我?|发我?|要|来)?一?[份张个](.+?)的?(${NOUN})${ENDS}$`, 'iu')
/** 要个Excel */
const A_COPY_OF_THEM = new RegExp(`^${PLEASE}(?:给|发|要|来)?(?:我)?一?[个份张](${NOUN})${ENDS}$`, 'iu')
/** 表格 by itself is what many things are called; here the file has to be named. */
const NAMED = /excel|xlsx?|word|docx?|csv|电子表/iu
/** 以后导表就是导出成Excel: what is taught is no request. */
const TEACHES = /^(?:以后|今后)/u
/** 把…, 将… */
const OBJECT = /^(?:请|麻烦|帮我|给我|能不能|可以)*[把将](?=.)/u

/** 我们局的时限加到日历里 */
const INTO_CALENDAR = new RegExp(
  `^(.*?)[，,、]?${PLEASE}(?:加|放|写|同步)(?:进|入|到)?(日历|日程)(?:里|中|上)?${ENDS}$`,
  'u',
)

/** 市财政局的进度图, 发张进度图 */
const A_PICTURE = new RegExp(
  `^${PLEASE}(?:[看发画出要来做给]|生成|导出)?(?:我)?(?:一?[张个幅份])?(.*?)的?(?:进度|进展|亮灯|红黄绿灯?|到期)(?:情况)?(?:图|图表|图片)${ENDS}$`,
  'u',
)

/** 起草一份3月份督查通报: what is between says of which tasks, or only for when and for whom. */
const A_REPORT = new RegExp(
  `^${PLEASE}(?:(?:起草|草拟|生成|形成)(?:一?[份篇期个])?|(?:出|写|拟|做|整理|来|要|给我?)一?[份篇期个])(.{0,24}?)(?:督查|督办|工作|任务|办理|进展|情况|的)*(?:专报|通报|简报|专刊)稿?${ENDS}$`,
  'u',
)
/** What a report is for, and not which tasks are in it. */
const OCCASION =
  /^(?:(?:给|向|报|呈)[^的]{1,10}的?)?(?:本|这个?|上个?|当)?(?:[\d一二三四五六七八九十]{0,3})(?:年度?|季度|月份?|周|旬|期)?(?:的)?$/u

/** 打印, below a digest: one page to print. */
const TO_PRINT = /^请?(?:打印(?:一下)?(?:一页纸|出来|一份)?|[取出]一页纸)[。.!！]*$/u

const kindOf = (noun: string | undefined): FileKind => {
  if (noun === undefined) return 'xlsx'
  if (noun === 'png') return 'png'
  return NOUNS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(noun))?.[0] ?? 'xlsx'
}

/** 全部, 台账, 所有的任务 */
const WHOLE = /^(?:全部|所有|整个|整本|全套?)的?(?:台账|任务|清单|内容)?$|^台账$|^任务总表$/u
/** Nothing, 清单, 这23项: what was just listed. */
const THOSE = /^(?:(?:任务)?清单|任务|结果|(?:这|那|上面|以上|刚才)(?:的)?[\d一二三四五六七八九十]{1,4}[项条个件])?$/u
/** 第3项已整理成表格: told, and not asked for. */
const TOLD = /(?:已经?|正在|正|未|没有?)$/u
/** Requests are short; a report that is pasted is not. */
const LONGEST = 120

const wish = (noun: string | undefined, said: string): FileWish | null => {
  if (TOLD.test(said)) return null
  const rest = said
    .replace(OBJECT, '')
    .replace(/[，,：:、]+$/u, '')
    .trim()
  return { kind: kindOf(noun), rest: WHOLE.test(rest) ? '全部任务' : THOSE.test(rest) ? '刚才那些' : rest }
}

/** Reads from a message that tasks are wanted in a file (刚才那几条导个表, 市财政局的导出成Excel); null where they are not. */
export const readFileWish = (message: string): FileWish | null => {
  const text = message.trim().replace(/\s+/gu, ' ')
  // most messages hold none of these
  if (text.length > LONGEST || !/[导转存成做作理总包份个张出报刊简图历印页]/u.test(text) || TEACHES.test(text))
    return null
  const picture = A_PICTURE.exec(text)
  if (picture) return wish('png', picture[1] === '' ? '全部任务' : (picture[1] as string))
  if (TO_PRINT.test(text)) return { kind: 'page', rest: '全部任务' }
  const report = A_REPORT.exec(text)
  if (report) {
    const about = (report[1] as string).replace(/的$/u, '')
    return { kind: 'report', rest: OCCASION.test(about) ? '全部任务' : `${about}的任务` }
  }
  const calendar = INTO_CALENDAR.exec(text)
  if (calendar) return wish(calendar[2], calendar[1] as string)
  const end = AT_THE_END.exec(text)
  if (end) return wish(end[2], end[1] as string)
  const bare = BARE.exec(text)
  if (bare) return wish(undefined, bare[1] as string)
  const start = AT_THE_START.exec(text)
  if (start) return wish(start[1], start[2] as string)
  const them = A_COPY_OF_THEM.exec(text)
  if (them && NAMED.test(them[1] as string)) return wish(them[1], '')
  const copy = A_COPY.exec(text)
  return copy && NAMED.test(copy[2] as string) ? wish(copy[2], copy[1] as string) : null
}
