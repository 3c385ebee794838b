import { dataFile } from '../data.ts'
import type { ReminderAsk } from '../matching/reading.ts'
import { WHEN } from './read-stretch.ts'

/** What can be wished for; `data/reminder-wishes.json` lists how each is put. */
const WISHES: readonly ReminderAsk[] = [
  'recall-reminders',
  'pause-pushing',
  'resume-pushing',
  'preview-reminders',
  'stop-reminders',
  'why-not-reminded',
  'why-reminded',
  'reminder-rules',
  'remind-earlier',
  'quiet-weekends',
  'snooze',
  'away',
  'subscribe-weekly',
  'sent-reminders',
  'start-report',
  'report-form',
  'release-weekly',
  'weekly-figure',
  'draft-letter',
  'nudge-units',
  // what the others have not understood
  'fewer-reminders',
]

/** A message that is about reminders. */
export interface SpokenWish {
  wish: ReminderAsk
  /** Without courtesies. */
  text: string
  /** Named parts of the pattern that fitted. */
  parts: Readonly<Record<string, string | undefined>>
}

const file = dataFile<Record<string, string[]>>('reminder-wishes.json')

const COURTESY = /^(?:(?:知道|收到|明白)了?[,，。 ]*(?=.)|好的?[,，。 ]+|请|麻烦(?:你|您)?|帮我|帮忙|那就?|你|您)+/
const END = /(?:谢谢|多谢)?[。.!！~?？吧啊呀哦呢\s]*$/

const NUMBER = '(?:\\d{1,2}|[一二两三四五六七八九十半]{1,3})'
const TASKS =
  '(?:第?[\\d一二三四五六七八九十()、,，和及至到-]{1,20}[项条个件]?(?:任务)?|[这那](?:一)?[项条个件](?:任务|事情?|工作)?|它|[这那][几两三四][项条个件]|[这那]些|以上|全部|都)?[,，]?'
/** The same where a time follows: no digit of a date is taken for a number. */
const ITEMS =
  '(?:第[\\d一二三四五六七八九十()、,，和及至到-]{1,20}[项条个件]?(?:任务)?|[\\d一二三四五六七八九十()、,，和及至到-]{1,20}[项条个件](?:任务)?|\\d{1,3}(?:[、,，和及]\\d{1,3})*(?![\\d月日号、,，和及])|[这那](?:一)?[项条个件](?:任务|事情?|工作)?|[这那][几两三四][项条个件]|它|[这那]些|以上|全部|都)?[,，]?'
const LEDGER = '(?:[^,，。?？]{1,24})?'

const compiled = new Map<ReminderAsk, readonly RegExp[]>()

const patternsOf = (wish: ReminderAsk): readonly RegExp[] => {
  const known = compiled.get(wish)
  if (known) return known
  const patterns = (file()[wish] ?? []).map(
    (pattern) =>
      new RegExp(
        pattern
          .replaceAll('T?', TASKS)
          .replaceAll('T', TASKS)
          .replaceAll('I', ITEMS)
          .replaceAll('L?', LEDGER)
          .replaceAll('L', LEDGER)
          .replaceAll('N', NUMBER)
          .replaceAll('P', WHEN),
      ),
  )
  compiled.set(wish, patterns)
  return patterns
}

/** 今天的提醒别发了: the opposite of an order to remind. */
const REFUSES = /别|不要|不用|无需|不必|停|取消/

/** Something is to be taken back only where that is said. */
const TAKES_BACK = /[撤收]/

/** What a message wishes of reminders; null where it is about something else. */
export const readWish = (said: string): SpokenWish | null => {
  const text = said.trim().replace(END, '').replace(COURTESY, '')
  if (text === '' || text.length > 80) return null
  for (const wish of WISHES)
    for (const pattern of patternsOf(wish)) {
      const match = pattern.exec(text)
      if (!match || (wish === 'recall-reminders' && !TAKES_BACK.test(text))) continue
      if (wish !== 'nudge-units' || !REFUSES.test(text)) return { wish, text, parts: match.groups ?? {} }
    }
  return null
}
