import { dayOf, minutesOf } from '../domain/index.ts'
import { calendarWarning } from '../reminders/calendar.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { waitUntilAllowed } from '../reminders/hours.ts'
import { namesIn } from '../reminders/names.ts'
import { planMessages } from '../reminders/plan.ts'
import type { SendingTimes } from '../reminders/policy.ts'
import { digestedIn, type Outgoing, outgoingOf, sentKeys } from '../reminders/records.ts'
import { type Settings, settingsOf } from '../reminders/settings.ts'
import { createFailureReports } from './failures.ts'
import { handOver, noteEnd } from './hand-over.ts'
import { sendWeekly } from './leaders.ts'
import { sendNudges } from './nudges.ts'
import { askAboutOldLedgers } from './old-ledgers.ts'
import type { RemindingParts } from './ports.ts'
import { carryOutRecalls } from './recalls.ts'
import { recover } from './recover.ts'
import { missedSoFar, sweep } from './sweep.ts'
import { noteWeek } from './weeks.ts'

/** Plans, writes down and hands over what is owed. It decides nothing by time passing: a tick too many changes nothing. */
export interface Runner {
  /** Settles what the last run has left. To be called before the mailroom starts. */
  recover(): Promise<void>
  /** Does whatever is to be done now. Never rejects; while one is under way, another only follows it. */
  tick(): Promise<void>
  /** For the mailroom: how long a message must wait, and how one ended. */
  heldFor(key: string, rules: unknown, now: Date): number
  ended(key: string, givenUp: string | null): void
  state(): RunnerState
}

export interface RunnerState {
  /** Messages of the last sixty days that have arrived. */
  sent: number
  /** Messages on their way. */
  pending: number
  /** Reminders that were never sent and are too old to be made up for. */
  missed: number
  /** Milliseconds since 1970 of the last tick that went well; null before the first. */
  lastTickAt: number | null
}

/** Whatever changes in the ledgers changes what is owed; it is looked at again after so long. */
const LOOK_AGAIN_MS = 10 * 60_000
/** While pushing is paused, what is under way asks again. */
const PAUSED_MS = 60_000

export const createRunner = (parts: RemindingParts): Runner => {
  const { store, clock, calendar, admins, log, tell } = parts
  const reportFailures = createFailureReports(parts)
  let planned: { key: string; changing: readonly unknown[]; at: number } | null = null
  let lastTickAt: number | null = null
  let warned: string | null = null
  let ticking: Promise<void> | null = null
  let again = false

  /** What the plan depends on beside the ledgers: what people wish, the day, and which of its hours have begun. */
  const phaseOf = (settings: Settings, now: Date): string => {
    const minutes = minutesOf(now)
    const policies = [settings.policyOf(''), ...store.snapshot().ledgers.map(({ id }) => settings.policyOf(id))]
    const hours = new Set(policies.flatMap(({ sendAt, hours: own, quiet }) => [sendAt, ...own, ...quiet.flat()]))
    return `${dayOf(now)} ${[...hours].filter((at) => at <= minutes).length}`
  }

  /** Whether anything can have changed since the last plan. */
  const isDue = (settings: Settings, outgoing: readonly Outgoing[], now: Date): boolean => {
    const key = phaseOf(settings, now)
    const changing = [settings, store.snapshot(), outgoing]
    const before = planned
    const same = before !== null && before.key === key && before.changing[0] === settings
    const quiet = same && changing.every((part, at) => part === before.changing[at])
    if (quiet || (same && Math.abs(now.getTime() - before.at) < LOOK_AGAIN_MS)) return false
    planned = { key, changing, at: now.getTime() }
    return true
  }

  const warn = async (): Promise<void> => {
    const warning = calendarWarning(calendar)
    if (warning === null || warning === warned) return
    warned = warning
    log.warn(warning)
    await tell(`【提醒】${warning}`, `calendar/${calendar.unknownYears().join('-')}`)
  }

  /** Gives what was planned; null where nothing can have changed. */
  const plan = async (settings: Settings, now: Date): Promise<PlannedMessage[] | null> => {
    const outgoing = outgoingOf(store)
    if (!isDue(settings, outgoing, now)) return null
    const snapshot = store.snapshot()
    const messages = planMessages({
      snapshot,
      settings,
      sent: sentKeys(outgoing, settings.recalled),
      now,
      namesOf: namesIn(snapshot),
      admins,
      calendar,
      digested: digestedIn(store),
    })
    const keys = new Set(outgoing.map(({ key }) => key))
    // nobody gets a newer message before it is clear what became of the one before
    const waiting = new Set(outgoing.filter(({ ended }) => ended === undefined).map(({ to }) => to))
    const ready = messages.filter(({ held, key, to }) => held === null && !keys.has(key) && !waiting.has(to))
    await handOver(ready, parts)
    await warn()
    return messages
  }

  const work = async (): Promise<void> => {
    const now = clock()
    const settings = settingsOf(store)
    await carryOutRecalls(settings, outgoingOf(store), parts)
    if (settings.pausedAt === null) {
      await sendNudges(settings, outgoingOf(store), parts)
      await askAboutOldLedgers(settings, parts)
    }
    if (settings.pausedAt === null && settings.enabled.size > 0) {
      const messages = await plan(settings, now)
      await sendWeekly(settings, outgoingOf(store), parts)
      if (messages !== null) await noteWeek(messages, parts)
      await sweep(parts)
    }
    await reportFailures(
      outgoingOf(store).filter(({ key }) => !settings.recalled.has(key)),
      dayOf(now),
    )
    lastTickAt = now.getTime()
  }

  const run = async (): Promise<void> => {
    do {
      again = false
      try {
        await work()
      } catch (error) {
        planned = null
        log.error('reminders could not be looked after', { error })
      }
    } while (again)
    ticking = null
  }

  return {
    recover: () => recover(parts),
    tick: () => {
      again = ticking !== null
      ticking ??= run()
      return ticking
    },
    heldFor: (key, rules, now) => {
      const { recalled, pausedAt } = settingsOf(store)
      if (recalled.has(key)) return Number.POSITIVE_INFINITY
      return pausedAt === null ? waitUntilAllowed(rules as SendingTimes, calendar, now) : PAUSED_MS
    },
    ended: (key, givenUp) => {
      if (!isOurs(key)) return
      noteEnd(parts, key, givenUp).catch((error) => log.error('a reminder could not be noted', { error }))
    },
    state: () => {
      const outgoing = outgoingOf(store)
      return {
        sent: outgoing.filter(({ ended }) => ended?.failed === null).length,
        pending: outgoing.filter(({ ended }) => ended === undefined).length,
        missed: missedSoFar(store),
        lastTickAt,
      }
    },
  }
}

const isOurs = (key: string): boolean => key.startsWith('remind/')
