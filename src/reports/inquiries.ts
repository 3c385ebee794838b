import { dataFile } from '../data.ts'
import type { Ask } from '../matching/reading.ts'

/** Kinds of inquiry; `data/inquiries.json` lists how each is put. */
const KINDS = [
  'circular',
  'newly-done',
  'who-am-i',
  'phone-reads',
  'received',
  'history',
  'attachments',
  'missing',
  'my-day',
  'invite',
] as const satisfies readonly Ask[]

const patterns = dataFile<Record<(typeof KINDS)[number], string[]>>('inquiries.json')

let compiled: readonly { ask: Ask; pattern: RegExp }[] | undefined

/** What a message asks for beside questions about tasks (谁还没报, 发好友码); null where it asks something else. */
export const readInquiry = (text: string): Ask | null => {
  compiled ??= KINDS.map((ask) => ({ ask, pattern: new RegExp(patterns()[ask].join('|')) }))
  return compiled.find(({ pattern }) => pattern.test(text))?.ask ?? null
}
