import { resolve } from 'node:path'
import { isHolidayYearKnown } from '../dates/holidays.ts'
import { type Day, yearOf } from '../domain/index.ts'
import type { Context } from './context.ts'
import type { Finding } from './doctor.ts'
import { describeFailure } from './failure.ts'

const OLDEST_NODE = 20

export const checkNode = (version: string): Finding => {
  const sound = Number.parseInt(version, 10) >= OLDEST_NODE
  return {
    name: '运行环境',
    level: sound ? 'ok' : 'error',
    message: sound ? `Node.js ${version}` : `Node.js ${version} 过旧，请改用 ${OLDEST_NODE} 或更新的版本`,
  }
}

export const checkConfig = ({ services: { configProblems, config } }: Context): Finding[] =>
  configProblems.length > 0
    ? configProblems.map(({ message }) => ({ name: '配置', level: 'error', message }))
    : [{ name: '配置', level: 'ok', message: `日志级别 ${config.logLevel}，管理员 ${config.admins.length} 名` }]

/** The data folder and what is in it. */
export const checkStore = async ({ services, dataDir }: Context): Promise<Finding[]> => {
  const { exists, ledgers, tasks, backups, lockedBy, problems } = await services.inspectStore(dataDir)
  const path = resolve(dataDir)
  const store = exists ? `可读，台账 ${ledgers} 份、任务 ${tasks} 项` : '还没有，首次写入时建立'
  const [newest] = backups
  return [
    ...problems.map(
      ({ code, message }): Finding => ({
        name: code === 'store-unwritable' ? '数据文件夹' : '台账库',
        level: 'error',
        message,
      }),
    ),
    ...(problems.length === 0
      ? [
          { name: '数据文件夹', level: 'ok', message: `${path}，可读写` } as const,
          ledgers > 0
            ? ({ name: '台账库', level: 'ok', message: store } as const)
            : ({
                name: '台账库',
                level: 'warning',
                message: `${store}；还没有台账，导入：${services.config.command} import 文件`,
              } as const),
        ]
      : []),
    ...(lockedBy === null
      ? []
      : [
          {
            name: '写入锁',
            level: 'warning',
            message: `进程 ${lockedBy.pid}（${lockedBy.host}）正在使用；此时可以提问和导出，导入和对话须等它结束`,
          } as const,
        ]),
    {
      name: '备份',
      level: 'ok',
      message: newest ? `${backups.length} 份，最近一份 ${newest.at}（${newest.name}）` : '还没有，首次写入后自动保存',
    },
  ]
}

export const checkSegmenter = async ({ services }: Context): Promise<Finding> => {
  const name = '分词组件'
  try {
    const segmenter = await services.loadSegmenter()
    const text = '督办事项按时办结'
    if (segmenter.cut(text).join('') !== text)
      return { name, level: 'error', message: `${segmenter.name} 工作不正常，请重新运行 npm ci` }
    return segmenter.name === 'nodejieba'
      ? { name, level: 'ok', message: 'nodejieba' }
      : {
          name,
          level: 'warning',
          message: `nodejieba 未能编译，改用 ${segmenter.name}，功能相同；如要使用 nodejieba，请安装 C++ 编译器和 Python 3 后重新运行 npm ci`,
        }
  } catch (error) {
    return { name, level: 'error', message: `无法载入，请重新运行 npm ci（${describeFailure(error).line}）` }
  }
}

/** Working days beyond the last known year are reckoned without make-up days. */
export const checkCalendar = (today: Day): Finding => {
  const name = '节假日历'
  const year = yearOf(today)
  return isHolidayYearKnown(year)
    ? { name, level: 'ok', message: `含${year}年的放假和调休安排` }
    : { name, level: 'warning', message: `没有${year}年的放假和调休安排，工作日按周一至周五推算；安排公布后请升级程序` }
}

/** Asks each configured channel whether it could come up. Without any, `serve` still tells its health. */
export const checkChannels = async ({ services, dataDir, clock }: Context): Promise<Finding[]> => {
  if (services.configProblems.length > 0) return []
  try {
    const channels = await services.createChannels({
      dataDir,
      clock,
      timer: services.timer,
      alarm: () => {},
      isOnRoster: () => false,
      redeem: async () => false,
      befriended: async () => {},
    })
    if (channels.length === 0)
      return [{ name: '渠道', level: 'ok', message: '没有配置；用 Slack 写 SLACK_BOT_TOKEN，用微信写 WECHATY_PUPPET' }]
    const findings = await Promise.all(
      channels.map(async ({ adapter, check }) =>
        (await check()).map((finding): Finding => ({ name: `渠道 ${adapter.name}`, ...finding })),
      ),
    )
    return findings.flat()
  } catch (error) {
    return [{ name: '渠道', level: 'error', message: describeFailure(error).line }]
  }
}
