import type { Role } from '../domain/index.ts'

/** 我是省医保局联络员甲: who somebody says they are. */
export interface Introduction {
  /** The words in which the unit and the name stand. */
  words: string
  /** The post that is named, or null. */
  post: Exclude<Role, 'administrator'> | null
  /** Four last digits of a phone, where they are given. */
  phoneEnd: string | null
}

const SELF = /^(?:您好|你好|大家好)?[,，]?(?:我是|我叫|本人是?|我为)(.{2,40})$/
const BIND = /^(?:申请)?绑定(?:到|为)?(?!本群|这个群|该群)(.{2,40})$/
const QUESTION = /[?？]|吗$|谁|什么|啥|哪/
/** 我是想问…, 我是说…: no introduction. */
const OTHERWISE = /^(?:说|想|问|要|来|在|指|不|想问|觉得|新来)/
const PHONE = /(?:手机|电话|尾号)?(?:后四位|尾号)?[:：]?\s*(?:1\d{6})?(\d{4})$/

const POSTS: readonly (readonly [RegExp, Introduction['post']])[] = [
  [/联络员|承办人|经办人|报送员|信息员/, 'liaison'],
  [/科员|工作人员|成员|干部|办事员|职员|同事/, 'member'],
  [/分管领导|主要负责同志|主要领导|局长|主任|厅长|书记|院长|行长|领导|县长|区长|镇长/, 'leader'],
]

/** Reads an introduction; null where a message is none. */
export const readIntroduction = (text: string): Introduction | null => {
  const match = SELF.exec(text) ?? BIND.exec(text)
  const words = match?.[1]?.trim()
  if (words === undefined || QUESTION.test(words) || OTHERWISE.test(words)) return null
  const post = POSTS.find(([pattern]) => pattern.test(words))?.[1] ?? null
  return { words, post, phoneEnd: PHONE.exec(words)?.[1] ?? null }
}
