import { join } from 'node:path'
import { DubanError } from '../errors.ts'
import { converse } from './chat.ts'
import type { Context } from './context.ts'
import { importInto } from './import.ts'
import { showProgress } from './progress.ts'
import type { Clock, Services } from './services.ts'

/** The morning on which the sample ledger was new. */
const DEMO_START = new Date('2020-01-05T09:00:00+08:00')
const SAMPLE = '北京医改23项.txt'

/** A clock that stands at `start` now and goes on from there. */
export const clockFrom = (start: Date, real: Clock): Clock => {
  const offset = start.getTime() - real().getTime()
  return () => new Date(real().getTime() + offset)
}

/** @throws DubanError `store-damaged` where what earlier trials left cannot be read. */
const isNew = async ({ readStore }: Pick<Services, 'readStore'>, dataDir: string): Promise<boolean> => {
  try {
    const store = await readStore(dataDir)
    await store.close()
    return store.snapshot().ledgers.length === 0
  } catch (cause) {
    if (!(cause instanceof DubanError) || cause.code !== 'store-damaged') throw cause
    // nothing in it is worth a restore
    throw new DubanError('store-damaged', `试用数据已损坏，正式数据不受影响；请删除文件夹 ${dataDir} 后再试`, { cause })
  }
}

/**
 * A conversation on a sample ledger, in a store of its own below the data folder and with the clock of its time. What
 * is reported there stays until the folder is removed.
 */
export const demo = async (context: Context): Promise<void> => {
  const { services } = context
  services.onInterrupt()
  const dataDir = join(context.dataDir, 'demo')
  const clock = clockFrom(DEMO_START, services.clock)
  if (await isNew(services, dataDir)) await importInto(services, dataDir, [join(services.samplesDir, SAMPLE)], clock)

  const store = await services.openStore(dataDir, clock)
  try {
    const bot = await services.assemble(store, { onWait: showProgress(services.streams.errors) })
    const { command } = services.config
    const greeting = [
      `演示：台账为北京医改23项，时钟从2020年1月5日走起。导入自己的文件用 ${command} import 文件，再用 ${command} chat 提问，按当前日期，与演示数据分开。`,
      '可以问：市财政局牵头哪些任务；十月底前要完成什么；第8项谁牵头。帮助：回复 帮助；离开：退出 或 Ctrl-C。',
      '',
    ].join('\n')
    await converse(context, bot, clock, { dataDir, greeting })
  } finally {
    await store.close()
  }
}
