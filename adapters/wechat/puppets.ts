import { helpers, type PuppetOptions } from 'wechaty-puppet'
import { DubanError } from '../../src/errors.ts'
import type { Puppet, WechatOptions } from './options.ts'

/**
 * Puppets whose contacts and rooms keep their ids over logins. One that is not listed is taken for a web client, whose
 * ids are handed out anew at each login: who is behind an id must then be known otherwise (see `identities.ts`).
 *
 * `wechaty-puppet-service` passes on what its gateway runs; a gateway that runs a web client gives itself away by its
 * ids (`isPassingId`).
 */
const LASTING_IDS = new Set([
  'wechaty-puppet-mock',
  'wechaty-puppet-service',
  '@juzi/wechaty-puppet-service',
  'wechaty-puppet-padlocal',
  'wechaty-puppet-xp',
])

/** Ids of the web protocol begin with @; lasting ones are `wxid_…`, `…@chatroom`, `…@openim`, plain numbers. */
export const isPassingId = (id: string): boolean => id.startsWith('@')

export const hasLastingIds = ({ puppet, stableIds }: Pick<WechatOptions, 'puppet' | 'stableIds'>): boolean =>
  stableIds ?? (typeof puppet === 'string' ? LASTING_IDS.has(puppet) : true)

/** `wechaty-puppet-service` documents WECHATY_PUPPET_SERVICE_TOKEN and …_ENDPOINT, the others likewise. */
const optionsOf = (name: string, keys: NonNullable<WechatOptions['keys']>): PuppetOptions => {
  const own = name.replace(/^.*wechaty-puppet-/u, '').replace(/\W+/gu, '_')
  const prefix = `WECHATY_PUPPET_${own.toUpperCase()}`
  const token = keys[`${prefix}_TOKEN`] ?? keys.WECHATY_TOKEN
  const endpoint = keys[`${prefix}_ENDPOINT`]
  return { ...(token ? { token } : {}), ...(endpoint ? { endpoint } : {}) }
}

/** Puppets that need a paid token or a gateway of one's own. */
export const lacksToken = ({ puppet, keys = {} }: Pick<WechatOptions, 'puppet' | 'keys'>): boolean =>
  typeof puppet === 'string' && /-(?:service|padlocal)$/u.test(puppet) && optionsOf(puppet, keys).token === undefined

const isMissing = (error: unknown): boolean => String(Object(error).code).endsWith('MODULE_NOT_FOUND')

/** @throws DubanError `usage` with what is to be installed or written */
export const loadPuppet = async ({ puppet, keys = {} }: Pick<WechatOptions, 'puppet' | 'keys'>): Promise<Puppet> => {
  if (typeof puppet !== 'string') return puppet
  if (lacksToken({ puppet, keys }))
    throw new DubanError('usage', `微信组件 ${puppet} 需要令牌，请按其说明填写（如 WECHATY_PUPPET_SERVICE_TOKEN）`)
  try {
    // the name comes from the configuration, never from a message
    return await helpers.resolvePuppet({
      puppet: puppet as 'wechaty-puppet-service',
      puppetOptions: optionsOf(puppet, keys),
    })
  } catch (cause) {
    throw isMissing(cause)
      ? new DubanError('usage', `微信组件 ${puppet} 没有安装，请运行 npm install ${puppet}`, { cause })
      : new DubanError('usage', `微信组件 ${puppet} 不能使用，请核对 WECHATY_PUPPET 及其令牌`, { cause })
  }
}
