import { readFileSync } from 'node:fs'
import { renderTable } from '../display/table.ts'
import { DubanError } from '../errors.ts'
import { defaultPolicy, type PolicyText, readPolicy } from '../reminders/policy.ts'
import { type Outgoing, outgoingOf, SWEPT, type SweptBody } from '../reminders/records.ts'
import { settingEntry, settingsOf } from '../reminders/settings.ts'
import type { StoreView } from '../store/store.ts'
import type { Context } from './context.ts'
import { describeInstant } from './instant.ts'
import { ledgerNamed } from './ledger-changes.ts'
import { parseJsonObject } from './lines.ts'

export interface RemindersOptions {
  /** The ledger, or 全部, and the file with its rules. */
  policy?: string[]
}

const WIDE = 160
/** Messages listed; older ones are counted. */
const MOST = 50

/** Lists what reminders have been sent and what is on its way; changes the rules of a ledger. */
export const reminders = async (context: Context, { policy }: RemindersOptions): Promise<void> => {
  if (policy !== undefined) return setPolicy(context, policy)
  const { services, dataDir, json, print } = context
  const store = await services.readStore(dataDir)
  try {
    const outgoing = outgoingOf(store)
    if (json) print(`${JSON.stringify(outgoing.map(toJson))}\n`)
    else print(describe(store, outgoing, services.streams.output.columns ?? WIDE))
  } finally {
    await store.close()
  }
}

const stateOf = ({ ended }: Outgoing): 'pending' | 'sent' | 'failed' =>
  ended === undefined ? 'pending' : ended.failed === null ? 'sent' : 'failed'

const toJson = (message: Outgoing): object => {
  const { key, to, channel, stage, tasks, at, ended } = message
  return { key, to, channel, stage, tasks, plannedAt: at, state: stateOf(message), endedAt: ended?.at ?? null }
}

const STATE = { pending: '发送中', sent: '已送达', failed: '未送达' } as const

const describe = (store: StoreView, outgoing: readonly Outgoing[], room: number): string => {
  const { ledgers } = store.snapshot()
  const { enabled, pausedAt } = settingsOf(store)
  const on = ledgers.filter(({ id }) => enabled.has(id)).map(({ short }) => short)
  const off = ledgers.filter(({ id, archived }) => !enabled.has(id) && !archived).map(({ short }) => short)
  const missed = store.entries(SWEPT).reduce((sum, { body }) => sum + (body as SweptBody).missed, 0)
  const shown = outgoing.slice(-MOST)
  return [
    `已启用提醒：${on.join('、') || '无'}`,
    `未启用：${off.join('、') || '无'}`,
    ...(pausedAt === null ? [] : [`推送已于 ${describeInstant(new Date(pausedAt))} 暂停`]),
    `逾补发期限未能发出：${missed}条`,
    ...(shown.length === 0
      ? ['还没有发送过提醒。']
      : [
          renderTable(
            ['时间', '对象', '内容', '项数', '状态'],
            shown.map((message) => [
              describeInstant(new Date(message.at)),
              message.to,
              message.title,
              String(message.tasks.length),
              STATE[stateOf(message)] + (message.ended?.failed ? `：${message.ended.failed}` : ''),
            ]),
            room,
          ),
        ]),
    ...(outgoing.length > shown.length ? [`共${outgoing.length}条，只列最近${shown.length}条`] : []),
    '',
  ].join('\n')
}

const EVERY_LEDGER = '全部'

const setPolicy = async (context: Context, policy: readonly string[]): Promise<void> => {
  const { services, dataDir, clock, print } = context
  const [name, path, ...rest] = policy
  if (name === undefined || path === undefined || rest.length > 0)
    throw new DubanError('usage', '--policy 后面写台账（或 全部）和规则文件两个词，如 --policy 医改施工图 规则.json')
  const rules = rulesIn(path)
  const store = await services.openStore(dataDir, clock)
  try {
    const ledger = name === EVERY_LEDGER ? null : ledgerNamed(store.snapshot().ledgers, name)
    const at = clock().toISOString()
    const set = { what: 'policy' as const, ledger: ledger?.id ?? null, policy: rules }
    await store.append(settingEntry(set, null, services.newId(), at))
    print(
      `${ledger === null ? '全部台账' : `《${ledger.name}》`}的提醒规则已更新：${Object.keys(rules).join('、')}。\n`,
    )
  } finally {
    await store.close()
  }
}

/** @throws DubanError `usage` that names what is wrong */
const rulesIn = (path: string): PolicyText => {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  const rules = parseJsonObject(text)
  if (rules === null)
    throw new DubanError('usage', `规则文件“${path}”不是 JSON，请写成如 {"before":["30d","5wd","0d"]}`)
  readPolicy(rules, defaultPolicy())
  return rules
}
