import { createCalendar } from '../reminders/calendar.ts'
import { isOldReminder } from '../reminders/records.ts'
import type { JournalEntry } from '../store/store.ts'
import type { RemindingParts } from './ports.ts'
import { createRunner, type Runner } from './runner.ts'

/** The reminders of a running program. */
export interface Reminding extends Pick<Runner, 'recover' | 'tick' | 'heldFor' | 'ended' | 'state'> {
  /** Whether the journal need not keep an entry any longer. */
  isOver(entry: JournalEntry): boolean
  /** Does what is due now, and every minute from then on. */
  start(): Promise<void>
  /** Resolves once nothing is under way. */
  stop(): Promise<void>
}

/** @param everyMinute only ticks: what is due is decided by keys, so that a tick missed or doubled changes nothing. */
export const startReminding = ({
  everyMinute,
  ...parts
}: Omit<RemindingParts, 'calendar'> & { everyMinute: (run: () => void) => Promise<() => void> }): Reminding => {
  const runner = createRunner({ ...parts, calendar: createCalendar() })
  let callOff: () => void = () => {}
  let last: Promise<void> = Promise.resolve()
  const tick = (): Promise<void> => {
    last = runner.tick()
    return last
  }
  return {
    ...runner,
    tick,
    isOver: (entry) => isOldReminder(entry, parts.clock()),
    start: async () => {
      callOff = await everyMinute(() => void tick())
      void tick()
    },
    stop: async () => {
      callOff()
      await last
    },
  }
}
