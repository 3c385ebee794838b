import { afterEach } from '@jest/globals'
import { type OfficeParts, office } from './office.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((stop) => stop()))
})

/** An office that is closed after the test. */
export const opened = async (at: string, given: OfficeParts = {}) => {
  const one = await office(at, given)
  open.push(one.stop)
  return one
}

/** A message of the reminders themselves, and no answer. */
export const isReminder = (text: string): boolean =>
  /^【(?:工作提醒|督办提醒|临期提醒|到期提醒|定期报送|催办|本周清单|补发提醒)/.test(text)
