import { dayOf, PHONES_READ } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { shortDay } from '../src/replies/dates.ts'

const MOST = 15

/** 谁看过电话: who has read whole phone numbers, the latest first. */
export const phoneReads = defineIntent({
  name: 'phone-reads',
  summary: '看谁查看过电话全号（督查室）',
  examples: ['谁看过电话', '电话查看记录'],
  asks: ['phone-reads'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { access, accesses, today } = context
    if (!access.alone) return { text: '电话查看记录请私聊查看。' }
    const reads = accesses().filter(({ kind }) => kind === PHONES_READ)
    if (reads.length === 0) return { text: '没有人查看过电话全号。' }
    const lines = reads
      .slice(-MOST)
      .reverse()
      .map(
        ({ at, by, tasks }) =>
          `${shortDay(dayOf(new Date(at)), today)} ${nameOf(by, context)}　${ofTasks(tasks, context)}`,
      )
    const rest = reads.length > MOST ? [`另有${reads.length - MOST}次，全部见 duban audit`] : []
    return { text: [`查看电话全号${reads.length}次`, ...lines, ...rest].join('\n') }
  },
})

const nameOf = (id: string | null, { store }: IntentContext): string =>
  store.snapshot().people.find((person) => person.id === id)?.name ?? id ?? '督查室'

const ofTasks = (ids: readonly string[], { index }: IntentContext): string => {
  const numbers = ids.flatMap((id) => index.tasks[index.placeOf(id) ?? -1]?.no ?? [])
  return `${numbers.slice(0, 3).join('、')}${numbers.length > 3 ? '等' : ''}共${ids.length}项`
}
