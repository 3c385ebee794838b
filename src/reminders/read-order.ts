/** An order to remind units, taken apart at the word that orders. */
export interface Order {
  /** Holds the time at which it is to go out: 明天上午九点 in 明天上午九点提醒各牵头单位. */
  sending: string
  /** What is asked of the units, with its own time: 周五前报进展 in 通知各单位周五前报进展; empty where nothing is. */
  asked: string
}

const ORDERS = /提醒|通知|催(?:一下|促|催|一催)?|督促/
/** What units are asked to do. */
const ASKS = /报|交|反馈|完成|办|落实|推进/
/** They are to report, whatever is due. */
const REPORTS = /报|交|反馈|提交/

export const readOrder = (text: string): Order => {
  const verb = ORDERS.exec(text)
  // 各单位月底前报送进展: all of it is what is asked
  if (verb === null) return { sending: '', asked: text }
  const after = text.slice(verb.index + verb[0].length)
  // 提醒各牵头单位，明天上午九点: nothing is asked, so that the time is that of sending
  return ASKS.test(after) ? { sending: text.slice(0, verb.index), asked: after } : { sending: text, asked: '' }
}

export const asksForReports = ({ asked }: Order): boolean => REPORTS.test(asked)
