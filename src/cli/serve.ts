import type { Adapter } from '../adapter.ts'
import type { DubanError } from '../errors.ts'
import type { Context } from './context.ts'
import type { Channel } from './services.ts'

/** SIGTERM has ten seconds; the answers in hand get most of them. */
const FINISH_WITHIN_MS = 7_000

/** Nothing is left to be done then. */
const LET_GO_MS = 1_000

/** Runs the configured channels until the process is asked to end. */
export const serve = async ({ services, dataDir, clock }: Context): Promise<void> => {
  const { config, log, timer, random, newId } = services
  const interrupted = services.onInterrupt()
  services.onUnexpected((error) => log.error('something unexpected was thrown', { error }))
  const [
    { openMailroom },
    { ADMINISTRATORS, createNotify, createWelcome },
    { startChannels },
    { openHttpServer },
    { healthRoutes },
    { startReminding },
    { openInvitations },
  ] = await Promise.all([
    import('../delivery/mailroom.ts'),
    import('../delivery/notices.ts'),
    import('../serving/channels.ts'),
    import('../serving/http-server.ts'),
    import('../serving/health.ts'),
    import('../reminding/start.ts'),
    import('../invitations.ts'),
  ])

  const store = await services.openStore(dataDir, clock)
  const invitations = openInvitations(store, newId)
  try {
    const channels: Channel[] = await services.createChannels({
      dataDir,
      clock,
      timer,
      alarm: (text) => alarm(text),
      isOnRoster: (id) => store.snapshot().people.some((person) => person.id === id && person.state === 'active'),
      redeem: (words, person) => invitations.redeem(words, person, clock()),
      befriended: async (person, name) => welcome(person, name),
    })
    const byName = new Map<string, Adapter>(channels.map(({ adapter }) => [adapter.name, adapter]))
    const notify = createNotify({
      push: (to, message, key) => mailroom.push(to, message, key),
      admins: config.admins,
      people: () => store.snapshot().people,
      channels: new Set(byName.keys()),
    })
    const reminding = startReminding({
      store,
      push: (...push) => mailroom.push(...push),
      tell: (text, key) => notify(ADMINISTRATORS, { text }, key),
      recall: async (to, key) => (await byName.get(to.adapter)?.recall(to, key)) ?? false,
      channels: new Set(byName.keys()),
      admins: config.admins,
      clock,
      log,
      everyMinute: services.everyMinute,
    })
    const bot = await services.assemble(store, {
      notify,
      invite: invitations.issue,
      attachmentsIn: dataDir,
      onWish: () => void reminding.tick(),
    })
    const welcome = createWelcome(notify)
    const { heldFor, ended, isOver } = reminding
    const mailroom = openMailroom({
      store,
      bot,
      channels: byName,
      clock,
      timer,
      random,
      log,
      heldFor,
      ended,
      isOver,
    })
    const alarm = (text: string): void => {
      log.error('alarm', { text })
      notify(ADMINISTRATORS, { text }, `alarm/${newId()}`).catch((error) =>
        log.error('an alarm was not kept', { error }),
      )
    }

    const failed = new AbortController()
    let failure: DubanError | null = null
    const running = startChannels(
      channels.map(({ adapter }) => adapter),
      (message) => mailroom.receive(message),
      {
        log,
        timer,
        refused: (error) => {
          failure ??= error
          failed.abort()
        },
      },
    )
    const routes = healthRoutes({
      channels: () =>
        running.states().map(({ name, up }) => {
          const channel = channels.find(({ adapter }) => adapter.name === name)
          return { name, up: up && (channel?.isUp?.() ?? true), lastInboundAt: channel?.lastInboundAt?.() ?? null }
        }),
      mailroom: mailroom.state,
      reminders: reminding.state,
      writable: () => services.isWritable(dataDir),
    })
    for (const { path, handler } of channels) if (path !== null && handler !== null) routes.set(path, handler)
    const onError = (error: unknown): void => log.error('a request failed', { error })
    const http = await openHttpServer({ host: config.host, port: config.port, onError }, routes)
    await reminding.recover()
    mailroom.start()
    await reminding.start()
    if (channels.length === 0) log.warn('no channel is configured: set SLACK_BOT_TOKEN or WECHATY_PUPPET')
    void running.up.then(() => {
      if (failure === null)
        log.info('ready', { channels: channels.map(({ adapter }) => adapter.name), address: http.address })
    })

    bot.prepare(interrupted)
    await new Promise<void>((resolve) => {
      for (const { signal } of [failed, { signal: interrupted }]) {
        if (signal.aborted) resolve()
        signal.addEventListener('abort', () => resolve(), { once: true })
      }
    })
    await reminding.stop()
    await mailroom.stop(FINISH_WITHIN_MS)
    await running.stop()
    await http.close()
    if (failure !== null) throw failure
    log.info('stopped')
  } finally {
    await store.close()
    // a puppet may hold on to connections and timers after its stop
    services.endWithin(LET_GO_MS)
  }
}
