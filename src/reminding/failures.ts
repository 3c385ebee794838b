import { EXPIRED } from '../delivery/outbox.ts'
import { type Day, type Person, redactPhones } from '../domain/index.ts'
import type { Outgoing } from '../reminders/records.ts'
import { NO_CHANNEL } from './hand-over.ts'
import type { RemindingParts } from './ports.ts'

const MOST = 10

const reasonOf = (failed: string): string => {
  if (failed === EXPIRED) return '渠道当日一直不通，下一工作日合并补发'
  if (failed === NO_CHANNEL) return '所在渠道没有启用'
  return `平台不收：${redactPhones(failed)}`
}

/** Tells the administrators, the same day, to whom reminders could not be delivered. Each failure is told once. */
export const createFailureReports = ({ store, tell }: Pick<RemindingParts, 'store' | 'tell'>) => {
  const told = new Set<string>()
  const nameOf = (id: string, people: readonly Person[]): string => {
    const person = people.find((one) => one.id === id)
    return person ? `${person.units[0] ?? ''}${person.name}` : id
  }
  return async (outgoing: readonly Outgoing[], today: Day): Promise<void> => {
    const failed = outgoing.filter(({ key, day, ended }) => day === today && ended?.failed != null && !told.has(key))
    const [first] = failed
    if (!first) return
    for (const { key } of failed) told.add(key)
    const { people } = store.snapshot()
    const lines = failed
      .slice(0, MOST)
      .map(({ to, tasks, ended }) => `${nameOf(to, people)}　${tasks.length}项　${reasonOf(ended?.failed ?? '')}`)
    const rest = failed.length > MOST ? [`另${failed.length - MOST}人`] : []
    const text = [`【提醒未送达】以下${failed.length}人今日的提醒没有送达：`, ...lines, ...rest].join('\n')
    await tell(text, `unreached/${first.key}`)
  }
}
