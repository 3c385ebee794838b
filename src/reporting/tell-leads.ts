import type { Change, Person } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { namesOfUnit } from '../matching/unit-names.ts'
import { taskLabel } from '../replies/report-card.ts'

const leadOf = (fields: Readonly<Record<string, unknown>> | null | undefined): readonly string[] =>
  (fields?.lead as readonly string[] | undefined) ?? []

const named = (units: readonly string[]): string => (units.length === 0 ? '未写明' : units.join('、'))

type Telling = Pick<IntentContext, 'store' | 'index' | 'access' | 'notify'>

/**
 * Tells the liaisons and leaders of the units that lead a task now, and of those that led it before, once a change has
 * put it into other hands. Whoever made the change is told nothing.
 */
export const tellLeads = async (change: Change, { store, index, access, notify }: Telling): Promise<void> => {
  const { people, tasks } = store.snapshot()
  const told = new Map<string, string[]>()
  for (const { part, id, before, after } of change.rows) {
    const task = part === 'tasks' ? tasks.find((one) => one.id === id) : undefined
    const [from, to] = [leadOf(before), leadOf(after)]
    if (task === undefined || after?.lead === undefined || from.join() === to.join()) continue
    const units = new Set([...from, ...to])
    const concerns = ({ id: person, state, role, units: own }: Person): boolean =>
      state === 'active' &&
      (role === 'liaison' || role === 'leader') &&
      person !== access.actor.id &&
      own.some((unit) => namesOfUnit(unit, index.directory).some((name) => units.has(name)))
    const line = `${taskLabel(task)}：牵头单位由${named(from)}改为${named(to)}`
    for (const person of people.filter(concerns)) told.set(person.id, [...(told.get(person.id) ?? []), line])
  }
  for (const [person, lines] of told)
    await notify(person, {
      text: `【责任单位调整】${lines.join('；')}。今后的进展由现牵头单位报送，有疑问请联系督查室。`,
    })
}
