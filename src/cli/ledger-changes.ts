import type { Ledger, Openness } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import { dropLedger } from '../importing/import-record.ts'
import type { Snapshot } from '../store/store.ts'

/**
 * The ledger that a name means: its id, short name or name, else the only one whose name holds the word.
 * @throws DubanError `usage` where there is none or several.
 */
export const ledgerNamed = (ledgers: readonly Ledger[], name: string): Ledger => {
  const exact = ledgers.filter((ledger) => [ledger.id, ledger.short, ledger.name].includes(name))
  const found = exact.length > 0 ? exact : ledgers.filter((ledger) => ledger.name.includes(name))
  const [ledger, second] = found
  if (ledger === undefined) {
    const known = ledgers.map(({ short }) => short).join('、')
    throw new DubanError('usage', `没有名为“${name}”的台账${known === '' ? '，还没有导入过台账' : `；现有：${known}`}`)
  }
  if (second !== undefined)
    throw new DubanError(
      'usage',
      `“${name}”对应多份台账：${found.map(({ short }) => short).join('、')}；请写其简称或编号`,
    )
  return ledger
}

const replaceLedger = (state: Snapshot, changed: Ledger): Snapshot => ({
  ...state,
  ledgers: state.ledgers.map((ledger) => (ledger.id === changed.id ? changed : ledger)),
})

const SHORT_NAME_LIMIT = 20

/** A name that a question would take for a number, a date or a unit. */
const meansSomethingElse = ({ tasks }: Snapshot, name: string): boolean =>
  !/[\p{Script=Han}\p{L}]/u.test(name) ||
  /^[\d〇零一二三四五六七八九十]+(?:年|月|日|号|项|条)/u.test(name) ||
  tasks.some(({ lead, cooperating }) => lead.includes(name) || cooperating.includes(name))

/**
 * @throws DubanError `usage` where the short name is empty, too long, taken, or would be misread: replies tell ledgers
 *   apart by it, and questions name them by it.
 */
export const renameLedger = (state: Snapshot, name: string, short: string): Snapshot => {
  const ledger = ledgerNamed(state.ledgers, name)
  const wanted = short.trim()
  if (wanted === '' || [...wanted].length > SHORT_NAME_LIMIT || /[\p{Cc}〔〕]/u.test(wanted))
    throw new DubanError('usage', `简称应为1至${SHORT_NAME_LIMIT}个字，不含括号〔〕`)
  if (meansSomethingElse(state, wanted))
    throw new DubanError('usage', `简称“${wanted}”会被当成序号、日期或单位，请换一个`)
  if (state.ledgers.some(({ id, short: taken }) => id !== ledger.id && taken === wanted))
    throw new DubanError('usage', `简称“${wanted}”已被另一份台账使用，请换一个`)
  return replaceLedger(state, { ...ledger, short: wanted })
}

export const archiveLedger = (state: Snapshot, name: string, archived: boolean): Snapshot =>
  replaceLedger(state, { ...ledgerNamed(state.ledgers, name), archived })

export const markLedger = (state: Snapshot, name: string, openness: Openness): Snapshot =>
  replaceLedger(state, { ...ledgerNamed(state.ledgers, name), openness })

/** Takes out a ledger with its tasks. */
export const removeLedger = (state: Snapshot, name: string): Snapshot =>
  dropLedger(state, ledgerNamed(state.ledgers, name).id)
