import { type Outgoing, RECALLED, type RecalledBody } from '../reminders/records.ts'
import type { Settings } from '../reminders/settings.ts'
import { conversationWith, type RemindingParts } from './ports.ts'

type How = RecalledBody['how']

const WORDS: readonly [How, string][] = [
  ['deleted', '已删除'],
  ['stopped', '未发出、已停下'],
  ['corrected', '不能删除、已补发更正'],
]

/** 【更正】, whole and without naming whose mistake it was. */
const correction = ({ title, at, tasks }: Outgoing): string => {
  const clock = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
  return `【更正】${clock}发出的提醒（${tasks.length}项，${title.slice(0, 30)}${title.length > 30 ? '…' : ''}）有误，请不必办理，以后续通知为准。`
}

/** Carries out 撤回: a message that arrived is deleted where its platform can, else one correction follows it. */
export const carryOutRecalls = async (
  settings: Settings,
  outgoing: readonly Outgoing[],
  { store, push, recall, clock, log, tell }: RemindingParts,
): Promise<void> => {
  if (settings.recalled.size === 0) return
  const done = new Set(store.entries(RECALLED).map(({ body }) => (body as RecalledBody).key))
  const open = outgoing.filter(({ key, ended }) => settings.recalled.has(key) && !done.has(key) && ended !== undefined)
  if (open.length === 0) return
  const takeBack = async (message: Outgoing): Promise<How> => {
    if (message.ended?.failed !== null) return 'stopped'
    const to = conversationWith(message.to, message.kind === 'group' ? 'group' : 'direct')
    if (await recall(to, message.key)) return 'deleted'
    await push(to, { text: correction(message) }, `recall/${message.key}`)
    return 'corrected'
  }
  const hows: How[] = []
  for (const message of open)
    try {
      const how = await takeBack(message)
      await store.append({ kind: RECALLED, at: clock().toISOString(), body: { key: message.key, how } })
      hows.push(how)
    } catch (error) {
      // it is tried again at the next tick
      log.warn('a reminder could not be taken back yet', { error })
    }
  const [first] = open
  if (hows.length === 0 || !first) return
  const parts = WORDS.flatMap(([how, words]) => {
    const count = hows.filter((one) => one === how).length
    return count > 0 ? [`${words}${count}条`] : []
  })
  await tell(`【撤回】${parts.join('，')}。`, `recalled/${first.key}/${hows.length}`)
}
