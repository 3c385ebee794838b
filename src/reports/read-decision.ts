import { findNumbers, type NumberReference } from '../matching/number-reference.ts'

/** What the 督查室 decides on what waits for it. */
export interface Decision {
  verdict: 'approve' | 'refuse' | 'close'
  /** Task numbers that it names; empty where it names none. */
  numbers: readonly NumberReference[]
  /** Number of receipt that it names (0226-03). */
  receipt: string | null
  /** Place in the list of what waits (同意2). */
  place: number | null
  /** Why, in its own words. */
  reason: string
}

const REFUSE = /^(?:不同意|不予?通过|不批准?|不准|退回(?:补充|重办)?|驳回|打回|补办)/
const APPROVE = /^(?:同意|通过|准予|批准|审核通过|予以(?:办结|通过)|可以办结)/
const CLOSE = /^(?:予以)?销号|^(?:通过|同意)[,，]?(?:予以)?销号/
/** 第5项通过, 第9项延期同意: the number in front. */
const BEHIND =
  /^([^,，。;；]{1,16}?(?:项|条|号|\d))(?:的)?(?:办结|延期|申请|绑定)*(?:申请)?(同意|通过|准予|批准|不同意|不通过|退回|驳回|予以销号|(?<!申请)销号)(?=$|[,，。:：;；]|予以|销号|办结)/
const RECEIPT = /\d{4}-\d{2,3}/
const ASKS = /[?？吗呢]|谁|哪|什么|啥|多少|几|是否|怎么|如何/

const verdictOf = (text: string): Decision['verdict'] | null => {
  if (REFUSE.test(text)) return 'refuse'
  if (CLOSE.test(text)) return 'close'
  return APPROVE.test(text) ? 'approve' : null
}

const NONE = (): boolean => false

/** Reads 同意, 通过第5项, 退回第5项：缺印发文号, 第9项延期同意; null where nothing is decided. */
export const readDecision = (text: string): Decision | null => {
  if (ASKS.test(text) || text.length > 200) return null
  const behind = BEHIND.exec(text)
  const words = behind ? `${behind[2]}${behind[1]}${text.slice(behind[0].length)}` : text
  const verdict = verdictOf(words)
  if (verdict === null) return null
  const receipt = RECEIPT.exec(words)?.[0] ?? null
  const [head = '', ...rest] = words.split(/[:：,，;；。]/)
  const numbers = receipt === null ? findNumbers(head, NONE).filter(({ bare }) => !bare) : []
  const place = /^(?:不?同意|通过|退回|批准)(?:第)?(\d{1,2})个?$/.exec(head)?.[1]
  const reason = rest
    .join('，')
    .replace(/^(?:理由|原因)(?:是|为)?/, '')
    .replace(/^予以销号$/, '')
    // 不同意，缺印发文号，退回补充: what comes of it is said anyway
    .replace(/[，,]?(?:请?退回(?:补充|重办)?)$/, '')
    .trim()
  return {
    verdict: verdict === 'approve' && /销号/.test(words) ? 'close' : verdict,
    numbers: place === undefined ? numbers : [],
    receipt,
    place: place === undefined ? null : Number(place),
    reason,
  }
}
