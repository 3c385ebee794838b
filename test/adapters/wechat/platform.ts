import type { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type payloads, types } from 'wechaty-puppet'
import { mock, PuppetMock } from 'wechaty-puppet-mock'
import type { Timer, WechatOptions } from '../../../adapters/wechat/options.ts'
import { createWechat, type Wechat } from '../../../adapters/wechat/wechat.ts'
import type { Incoming } from '../../../src/adapter.ts'
import { manualTimer } from '../../helpers/manual-timer.ts'

/** Lets everything happen that waits for nothing but its turn. */
export const settle = async (turns = 30): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A clock that goes when it is told to, and the waits that hang on it. */
export const createTime = (start = '2024-05-06T01:00:00.000Z') => {
  const timer = manualTimer()
  return {
    timer: timer as Timer,
    clock: () => new Date(Date.parse(start) + timer.now),
    waiting: () => timer.pending,
    advance: async (ms: number): Promise<void> => {
      await settle()
      await timer.pass(ms)
    },
  }
}

export interface Said {
  id?: string
  from?: string
  /** Id of the room; left out in private. */
  room?: string
  type?: number
  mentions?: unknown
  at?: number
  filename?: string
}

export type Time = ReturnType<typeof createTime>

const open: (() => Promise<void>)[] = []

/** Ends everything that the tests of a file have opened. */
export const closePlatforms = async (): Promise<void> => {
  for (const close of open.splice(0)) await close()
}

/** Wechaty on its mock puppet: a bot, two people, a room that is allowed and one that is not. */
export const openPlatform = (more: Partial<WechatOptions> & { time?: Time } = {}) => {
  const { time = createTime(), ...options } = more
  const mocker = new mock.Mocker()
  const puppet = new PuppetMock({ mocker })
  const me = mocker.createContact({ id: 'bot', name: '小督' })
  const zhang = mocker.createContact({ id: 'zhang', name: '张某' })
  const li = mocker.createContact({ id: 'li', name: '李某' })
  const members = [me, zhang, li].map(({ id }) => id)
  const office = mocker.createRoom({ id: 'office@chatroom', topic: '工作群', memberIdList: members })
  const other = mocker.createRoom({ id: 'other@chatroom', topic: '食堂群', memberIdList: members })
  const folder = mkdtempSync(join(tmpdir(), 'duban-wechat-'))
  const shown: string[] = []
  const alarms: string[] = []
  const logged: { level: string; msg: string; fields: unknown }[] = []
  const logger = (level: string) => (msg: string, fields?: unknown) => void logged.push({ level, msg, fields })
  const taken: Incoming[] = []
  const sent: { to: string; type: number; text: string; id: string }[] = []
  for (const place of [zhang, li, office, other])
    (place as unknown as EventEmitter).on('message', ({ payload }: { payload: payloads.Message }) => {
      if (payload.talkerId === me.id)
        sent.push({ to: place.id, type: payload.type, text: payload.text ?? '', id: payload.id })
    })
  const wechat: Wechat = createWechat({
    puppet,
    folder: join(folder, 'wechat'),
    rooms: ['工作群'],
    botName: '督办助手',
    mayBefriend: () => false,
    alarm: (text) => void alarms.push(text),
    show: (text) => void shown.push(text),
    log: { debug: logger('debug'), info: logger('info'), warn: logger('warn'), error: logger('error') },
    clock: time.clock,
    timer: time.timer,
    random: () => 0.5,
    ...options,
  })
  let ids = 0
  /** Puts a message into the puppet as the platform would, in any shape. */
  const deliver = (payload: Record<string, unknown>): void => {
    mocker.cacheMessagePayload.set(payload.id as string, payload as unknown as payloads.Message)
    puppet.emit('message', { messageId: payload.id as string })
  }
  open.push(async () => {
    await wechat.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    mocker,
    puppet,
    wechat,
    time,
    me,
    zhang,
    li,
    office,
    other,
    folder,
    shown,
    alarms,
    logged,
    taken,
    sent,
    deliver,
    /** Starts the channel and logs the bot in. */
    begin: async (receive: (message: Incoming) => Promise<void> = async (message) => void taken.push(message)) => {
      await wechat.start(receive)
      mocker.login(me)
      await settle()
    },
    /** Somebody writes something. */
    say: async (text: string, { id = `m${++ids}`, from = 'zhang', room, type, mentions, at, filename }: Said = {}) => {
      deliver({
        id,
        talkerId: from,
        text,
        timestamp: at ?? time.clock().getTime(),
        type: type ?? types.Message.Text,
        ...(room ? { roomId: room } : { listenerId: 'bot' }),
        ...(mentions === undefined ? {} : { mentionIdList: mentions }),
        ...(filename ? { filename } : {}),
      })
      await settle()
    },
  }
}
