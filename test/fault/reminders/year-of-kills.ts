import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf, minutesOf } from '../../../src/domain/index.ts'
import { createCalendar } from '../../../src/reminders/calendar.ts'
import { remindersBetween } from '../../../src/reminders/due-reminders.ts'
import { defaultPolicy, mayGoOut } from '../../../src/reminders/policy.ts'
import { buildRoster } from '../../../src/reminders/roster.ts'
import { readSettings, settingEntry } from '../../../src/reminders/settings.ts'
import { digestDayOf, weeklyKey, weeklyOverviews } from '../../../src/reminders/weekly.ts'
import { openStore } from '../../helpers/store.ts'
import { ENABLED } from '../../reminders/samples.ts'
import { startChild } from '../child.ts'
import { FORGETTING, officeOf, type Year } from './year.ts'

/** What came of a year in which the process that sends is killed again and again. */
export interface YearCounts {
  kills: number
  /** Messages that the platforms took. */
  posts: number
  /** Reminders that the policy owes. */
  owed: number
  /** Of these, never said. */
  lost: number
  /** Weekly digests that were to be sent, and of these the ones that never were. */
  digests: number
  digestsLost: number
  /** Messages that came twice, where the channel cannot tell and where it can. */
  twice: number
  twiceKnown: number
  /** Messages in quiet hours or on a free day. */
  untimely: number
  /** Messages that came before one of an earlier day to the same person. */
  disordered: number
}

interface Post {
  key: string
  to: string
  at: string
  reminders: readonly string[]
  weekly: readonly string[]
}

const postsIn = (dir: string): Post[] =>
  existsSync(join(dir, 'posts.jsonl'))
    ? readFileSync(join(dir, 'posts.jsonl'), 'utf8')
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Post]))
    : []

/** Keys of all reminders and of all weekly digests that are owed in the year, reckoned at once and without any runner. */
const owedIn = (year: Year): { reminders: string[]; digests: string[] } => {
  const office = officeOf(year)
  const calendar = createCalendar()
  const settings = readSettings([settingEntry(ENABLED, null, 'm', `${year.from}T00:00:00.000Z`)])
  const roster = buildRoster({
    ...office,
    settings,
    calendar,
    today: year.from,
    namesOf: (unit) => [unit],
    asIfSince: year.from,
  })
  const reminders = remindersBetween({ tasks: office.tasks, roster, calendar, sent: new Set() }, year.from, () => ({
    from: year.from,
    to: year.to,
  })).map(({ key }) => key)
  const digests: string[] = []
  for (let day = year.from; day <= year.to; day = addDays(day, 1)) {
    if (digestDayOf(day, calendar) !== day) continue
    const round = { day, owed: null, sent: new Set<string>() }
    // a day that is down with no other working day behind it in its week is made up for by the next week's
    if (!calendar.isWorkday(addDays(day, 1)) || !calendar.isWorkday(addDays(day, 2))) continue
    for (const { recipients } of weeklyOverviews(office.tasks, roster, day, round, ({ id }) => id).values())
      digests.push(...recipients.map((recipient) => weeklyKey(day, recipient)))
  }
  return { reminders, digests }
}

const prepare = async (dir: string, year: Year): Promise<void> => {
  const store = await openStore({ dir: join(dir, 'store') })
  await store.update(() => officeOf(year))
  await store.append(settingEntry(ENABLED, null, 'm', `${year.from}T00:00:00.000Z`))
  await store.close()
}

/**
 * Lets a process send the reminders of a year and kills it so many times. `pick(n)` gives a whole number below n.
 * @param between how many lines it says between kills at most
 */
export const yearOfKills = async (
  dir: string,
  year: Year,
  { kills, between }: { kills: number; between: number },
  pick: (n: number) => number,
): Promise<YearCounts> => {
  await prepare(dir, year)
  let done = 0
  for (let ended = false; !ended; ) {
    const child = startChild('reminders/sender.ts', dir, JSON.stringify(year))
    const killAfter = done < kills ? 1 + pick(between) : Number.POSITIVE_INFINITY
    let seen = 0
    for await (const line of child.lines) {
      if (line === 'end') ended = true
      if (++seen === killAfter && !ended) child.process.kill('SIGKILL')
    }
    await child.ended()
    if (ended) break
    if (seen < killAfter) throw new Error(`the sender ended by itself: ${child.errors()}`)
    done++
    // now and then it is down for a day
    if (pick(20) === 0) sleepADay(dir)
  }
  return count(dir, year, done)
}

const sleepADay = (dir: string): void => {
  const path = join(dir, 'reached')
  if (!existsSync(path)) return
  const before = new Date(readFileSync(path, 'utf8'))
  writeFileSync(path, new Date(before.getTime() + 86_400_000).toISOString())
}

const count = (dir: string, year: Year, kills: number): YearCounts => {
  const posts = postsIn(dir)
  const calendar = createCalendar()
  const policy = defaultPolicy()
  const said = new Set(posts.flatMap(({ reminders, weekly }) => [...reminders, ...weekly]))
  // what came due on the last days may still wait for the next working day
  const closing = addDays(year.to, -10)
  const all = owedIn(year)
  const owed = all.reminders.filter((key) => (key.split('/')[3] ?? '') <= closing)
  const digests = all.digests.filter((key) => (key.split('/')[1] ?? '') <= closing)
  const keys = new Set<string>()
  const latest = new Map<string, string>()
  const counts = { twice: 0, twiceKnown: 0, untimely: 0, disordered: 0 }
  const spoken = new Set<string>()
  for (const { key, to, at, reminders, weekly } of posts) {
    const own = [...reminders, ...weekly]
    const now = new Date(at)
    const again = keys.has(key) || own.some((one) => spoken.has(one))
    if (again) counts[to.startsWith(FORGETTING) ? 'twice' : 'twiceKnown']++
    keys.add(key)
    for (const one of own) spoken.add(one)
    if (!calendar.isWorkday(dayOf(now)) || !mayGoOut(policy, minutesOf(now))) counts.untimely++
    const day = key.split('/')[1] ?? ''
    if (day < (latest.get(to) ?? '')) counts.disordered++
    latest.set(to, day > (latest.get(to) ?? '') ? day : (latest.get(to) ?? ''))
  }
  const lost = (keys: readonly string[]): number => keys.filter((key) => !said.has(key)).length
  return {
    kills,
    posts: posts.length,
    owed: owed.length,
    lost: lost(owed),
    digests: digests.length,
    digestsLost: lost(digests),
    ...counts,
  }
}

/** Nothing lost, nothing at the wrong time or in the wrong order, at most one message twice a kill and only where nobody can tell. */
export const isSound = ({
  kills,
  lost,
  digestsLost,
  twice,
  twiceKnown,
  untimely,
  disordered,
  owed,
}: YearCounts): boolean => owed > 0 && lost + digestsLost + twiceKnown + untimely + disordered === 0 && twice <= kills
