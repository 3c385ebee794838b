/** The fields of a task as people call them, as sources of patterns; longer names first. */
export const FIELD_WORDS = {
  timing:
    '(?:完成|办理|办结|截止|截至|上报|报送|任务)?(?:时限|期限|时间节点|时间进度|截止日期|截止时间|截止日|到期日)(?:要求)?|(?:完成|办理|办结|截止|上报|报送)(?:时间|日期)|进度安排',
  lead: '(?:牵头|责任|主办|主责|承办|第一责任|负责)(?:单位|部门|委办局)|牵头方',
  cooperating: '(?:责任)?(?:配合|协办|参与|协助|协同)(?:单位|部门)',
  content: '(?:任务|工作|具体)?内容|任务(?:描述|要求)|具体任务',
  title: '(?:任务|事项)?(?:名称|标题)',
} as const

export type NamedField = keyof typeof FIELD_WORDS

const NAMED = Object.entries(FIELD_WORDS).map(
  ([field, words]) => [field as NamedField, new RegExp(`^(?:${words})$`)] as const,
)

export const ANY_FIELD = Object.values(FIELD_WORDS).join('|')

/** The field that words name. */
export const fieldNamed = (words: string): NamedField | null =>
  NAMED.find(([, pattern]) => pattern.test(words))?.[0] ?? null

const BETWEEN = /[、,，;；/]|(?<=[局委厅办院部会府处中心区县市行司社署站所队])(?:和|与|及|以及)/

/** 市财政局、市教委: the names one by one. */
export const unitWords = (value: string): string[] =>
  value
    .split(BETWEEN)
    .map((name) => name.replace(/^(?:由|是|为|和|与)|(?:牵头|负责|配合|等)$/g, '').trim())
    .filter((name) => name !== '')
