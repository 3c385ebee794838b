import { dayOf } from '../domain/index.ts'
import type { Context } from './context.ts'
import { checkCalendar, checkChannels, checkConfig, checkNode, checkSegmenter, checkStore } from './doctor-checks.ts'
import { EXIT_DONE, EXIT_FAILED } from './failure.ts'
import { toJsonLine } from './lines.ts'

/** One thing that was looked at. `error` means that a conversation could not start. */
export interface Finding {
  name: string
  level: 'ok' | 'warning' | 'error'
  /** What was found and, where it is not as it should be, what to do. In Chinese. */
  message: string
}

const LEVELS = { ok: '正常', warning: '注意', error: '错误' } as const

/** Checks everything that a start needs, changing nothing; the exit status is 1 where it could not start. */
export const doctor = async (context: Context): Promise<number> => {
  const findings: Finding[] = [
    checkNode(process.versions.node),
    ...checkConfig(context),
    ...(await checkStore(context)),
    await checkSegmenter(context),
    checkCalendar(dayOf(context.clock())),
    ...(await checkChannels(context)),
  ]
  const sound = findings.every(({ level }) => level !== 'error')
  if (context.json) context.print(toJsonLine({ ok: sound, findings }))
  else for (const { name, level, message } of findings) context.print(`${LEVELS[level]}　${name}：${message}\n`)
  return sound ? EXIT_DONE : EXIT_FAILED
}
