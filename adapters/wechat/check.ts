import { stat } from 'node:fs/promises'
import type { WechatOptions } from './options.ts'
import { hasLastingIds, lacksToken } from './puppets.ts'
import { sessionFile } from './session-file.ts'

/** One thing looked at, for `doctor`. */
export interface Finding {
  level: 'ok' | 'warning' | 'error'
  message: string
}

type Options = Pick<WechatOptions, 'puppet' | 'keys' | 'stableIds' | 'folder' | 'rooms'>

const checkPuppet = async ({ puppet, keys }: Options): Promise<Finding> => {
  if (typeof puppet !== 'string') return { level: 'ok', message: '组件由程序提供' }
  if (lacksToken({ puppet, keys: keys ?? {} }))
    return { level: 'error', message: `${puppet} 需要令牌，请填写 WECHATY_PUPPET_SERVICE_TOKEN 等该组件的配置` }
  try {
    await import(puppet)
    return { level: 'ok', message: `组件 ${puppet}，可以载入` }
  } catch {
    return { level: 'error', message: `组件 ${puppet} 不能载入，请运行 npm install ${puppet}` }
  }
}

const checkIds = (options: Options): Finding =>
  hasLastingIds(options)
    ? { level: 'ok', message: '好友和群的编号固定，可以按人、按群授权' }
    : {
        level: 'warning',
        message:
          '该组件每次登录后好友和群的编号都会改变，认不准人和群：只答复标为“公开”的台账，不受理进展报送，不显示联系人，不发个人提醒；由机器人自己设过备注码的好友除外',
      }

const checkSession = async ({ folder }: Options): Promise<Finding> => {
  const info = await stat(sessionFile(folder)).catch(() => null)
  if (info === null) return { level: 'ok', message: '还没有登录过，首次运行 serve 时在终端扫码' }
  return (info.mode & 0o077) === 0
    ? { level: 'ok', message: '登录信息已保存，仅本账户可读' }
    : {
        level: 'error',
        message: `登录信息 ${sessionFile(folder)} 可被他人读取，请运行 chmod 600 ${sessionFile(folder)}`,
      }
}

const checkRooms = ({ rooms }: Options): Finding =>
  rooms.length > 0
    ? { level: 'ok', message: `在 ${rooms.length} 个群里答复` }
    : { level: 'warning', message: 'DUBAN_ROOMS 未填写，不在任何群里答复，只答复私聊' }

export const checkWechat = async (options: Options): Promise<Finding[]> => [
  await checkPuppet(options),
  checkIds(options),
  await checkSession(options),
  checkRooms(options),
]
