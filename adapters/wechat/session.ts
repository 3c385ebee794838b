import { log as libraryLog, type Wechaty, WechatyBuilder } from 'wechaty'
import { types } from 'wechaty-puppet'
import { DubanError } from '../../src/errors.ts'
import type { Puppet, WechatOptions } from './options.ts'
import { loadPuppet } from './puppets.ts'
import { drawQrCode } from './qr-code.ts'
import { prepareSession, sessionName } from './session-file.ts'
import { backoffMs, createWait, within } from './waiting.ts'

export type SessionState = 'stopped' | 'starting' | 'waiting-for-scan' | 'logged-in' | 'logged-out'

/** The account's login: kept over restarts, looked after, never given up. */
export interface Session {
  readonly state: SessionState
  /** Milliseconds since 1970; `null` while nobody is logged in. */
  readonly loggedInAt: number | null
  /** The bot's own id, from the first login on. */
  readonly selfId: string | null
  /** @throws Error before the start */
  readonly puppet: Puppet
  /**
   * Resolves once the puppet has been started; somebody may still have to scan. A puppet that fails is tried again for
   * ever, in growing intervals.
   * @throws DubanError where that cannot help: the package or its token is missing, the folder cannot be written
   */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface SessionEvents {
  message(id: string): void
  friendship(id: string): void
}

/** Wechaty itself waits fifteen seconds for its puppet. */
const START_MS = 20_000
const STOP_MS = 3_000
/** After the start, and after a log-out, a puppet asks for a scan or logs in by itself. */
const SIGN_MS = 120_000
/** Puppets beat every fifteen seconds and restart themselves after a minute of silence. */
const BEAT_MS = 180_000
/** A log-out shorter than that is a reconnection. */
const GRACE_MS = 30_000
/** A login that lasted as long was a good one: the intervals begin anew. */
const SETTLED_MS = 60_000

const LOGGED_OUT = '微信已退出登录，暂不能收发消息。请在运行督办助手的机器上扫码，重新登录。'
const NEEDS_SCAN = '微信登录已失效，需要重新扫码，暂不能收发消息。请在运行督办助手的机器上扫码。'
const BACK = '微信已重新登录，恢复收发消息。'

type Options = Pick<
  WechatOptions,
  'puppet' | 'keys' | 'folder' | 'alarm' | 'show' | 'log' | 'clock' | 'timer' | 'random'
>

export const createSession = (options: Options, onError: (error: unknown) => void, events: SessionEvents): Session => {
  const { folder, alarm, show, log, clock, timer, random } = options
  const [nextStart, nextBeat, nextAlarm] = [createWait(timer), createWait(timer), createWait(timer)]
  let state: SessionState = 'stopped'
  let puppet: Puppet | null = null
  let bot: Wechaty | null = null
  let loggedInAt: number | null = null
  let selfId: string | null = null
  let failures = 0
  let stopping = false
  /** Our own stopping makes the puppet say that it was logged out. */
  let ownStop = false
  /** Somebody has been logged in: a code to scan is then no matter of course. */
  let expected = false
  let alarmed = false
  let shownCode = ''
  let work: Promise<void> = Promise.resolve()

  const tell = (text: string): void => {
    new Promise<void>((done) => done(alarm(text))).catch((error) => log.error('an alarm could not be sent', { error }))
  }
  const raise = (text: string): void => {
    if (alarmed || stopping) return
    alarmed = true
    tell(text)
  }
  /**
   * A puppet for this start, with our listeners. They hang on the puppet and not on Wechaty, whose events come after
   * look-ups: that turns the order of messages around, and loses what cannot be looked up at once.
   */
  const open = async (): Promise<void> => {
    if (bot) return
    const opened = await loadPuppet(options)
    /** What is thrown in a listener would end the process; a puppet that was given up is not listened to. */
    const safely =
      <T extends unknown[]>(listener: (...values: T) => void) =>
      (...values: T): void => {
        try {
          if (!stopping && opened === puppet) listener(...values)
        } catch (error) {
          onError(error)
        }
      }
    opened.on('scan', safely(onScan))
    opened.on('login', safely(onLogin))
    opened.on('logout', safely(onLogout))
    opened.on('heartbeat', safely(onHeartbeat))
    opened.on(
      'message',
      safely(({ messageId }) => events.message(messageId)),
    )
    opened.on(
      'friendship',
      safely(({ friendshipId }) => events.friendship(friendshipId)),
    )
    puppet = opened
    bot = WechatyBuilder.build({ name: sessionName(folder), puppet: opened })
    bot.on('error', safely(onError))
  }
  const startAgain = (ms: number): void => {
    if (!stopping) nextStart.set(ms, () => restart())
  }
  const run = async (): Promise<void> => {
    if (stopping) return
    state = 'starting'
    try {
      await open()
      await within(START_MS, timer, 'the start of the puppet', () => bot?.start())
      // Wechaty takes the failure of a puppet for an event and goes on
      if (!puppet?.state.active()) throw new Error('the puppet did not start')
      // a login may have come meanwhile
      if ((state as SessionState) === 'starting') startAgain(SIGN_MS)
    } catch (error) {
      onError(error)
      startAgain(backoffMs(++failures, random))
    }
  }
  const halt = async (): Promise<void> => {
    const running = bot
    if (!running) return
    ownStop = true
    await within(STOP_MS, timer, 'the stop of the puppet', () => running.stop()).catch(onError)
    ownStop = false
    loggedInAt = null
    // a puppet that is started again keeps the listeners of its last life: a new one, where there is a package
    if (typeof options.puppet === 'string') bot = null
  }
  const restart = (): void => {
    log.warn('the puppet is restarted', { failures })
    nextBeat.end()
    work = work.then(halt).then(run)
  }

  const onScan = ({ qrcode: code = '', status }: { qrcode?: string; status: number }): void => {
    nextStart.end()
    if (status !== types.ScanStatus.Waiting && status !== types.ScanStatus.Timeout) return
    state = 'waiting-for-scan'
    if (code !== '' && code !== shownCode) show(drawQrCode(code))
    shownCode = code
    if (expected) raise(NEEDS_SCAN)
  }
  const onLogin = ({ contactId }: { contactId: string }): void => {
    for (const wait of [nextStart, nextAlarm]) wait.end()
    state = 'logged-in'
    loggedInAt = clock().getTime()
    selfId = contactId
    expected = true
    shownCode = ''
    log.info('logged in')
    if (alarmed) tell(BACK)
    alarmed = false
  }
  const onLogout = (): void => {
    if (ownStop) return
    if (loggedInAt !== null && clock().getTime() - loggedInAt > SETTLED_MS) failures = 0
    state = 'logged-out'
    loggedInAt = null
    log.warn('logged out')
    nextBeat.end()
    nextAlarm.set(GRACE_MS, () => raise(LOGGED_OUT))
    // most puppets ask for a scan by themselves; one that does not is started anew
    startAgain(Math.max(SIGN_MS, backoffMs(++failures, random)))
  }
  const onHeartbeat = (): void =>
    nextBeat.set(BEAT_MS, () => {
      nextAlarm.set(GRACE_MS, () => raise(LOGGED_OUT))
      state = 'logged-out'
      startAgain(backoffMs(++failures, random))
    })

  return {
    get state() {
      return state
    },
    get loggedInAt() {
      return loggedInAt
    },
    get selfId() {
      return selfId
    },
    get puppet() {
      if (!puppet) throw new Error('not started')
      return puppet
    },

    start: async () => {
      // Wechaty writes messages and names into its log, some of it to standard output
      libraryLog.level('silent')
      expected = await prepareSession(folder).catch((cause) => {
        throw new DubanError('store-unwritable', `微信会话文件夹“${folder}”不能写入，请检查权限`, { cause })
      })
      await open()
      work = run()
      await work
    },

    stop: async () => {
      stopping = true
      for (const wait of [nextStart, nextBeat, nextAlarm]) wait.end()
      // a start that is under way is not waited for
      await halt()
      state = 'stopped'
    },
  }
}
