import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { PATH } from '../../../adapters/slack/connection/http.ts'
import { COMMAND, EVENTS, METHODS, SCOPES, SHORTCUT } from '../../../adapters/slack/surface.ts'
import { type Mode, manifestOf } from './set-up.ts'

const sources = (): string => {
  const folder = new URL('../../../adapters/slack/', import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'surface.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
}

/** What Bolt is told to hand on. */
const listened = (): string[] =>
  [...sources().matchAll(/\bapp\.(?:event|command|action|view|shortcut)\b/g)].map(([call]) => call)

test('the table of methods has those that the code calls, and no others', () => {
  const calls = /\b(?:(?:client|bot)\.|post\(')((?:auth|chat|conversations|files|views)\.\w+)['(]/g
  const called = [...sources().matchAll(calls)].map(([, method]) => method)
  // one call of the client's that makes two
  const methods = called.flatMap((method) =>
    method === 'files.uploadV2' ? ['files.getUploadURLExternal', 'files.completeUploadExternal'] : [method],
  )
  expect([...new Set(methods)].sort()).toEqual(Object.keys(METHODS).sort())
})

describe.each<Mode>(['socket', 'http'])('the manifest for %s', (mode) => {
  const { display_information: display, features, oauth_config: oauth, settings } = manifestOf(mode)

  test('asks for the scopes that the code needs, and no others', () => {
    expect(oauth.scopes).toEqual({ bot: [...SCOPES] })
  })

  test('subscribes to the events that are listened to, and offers what is answered', () => {
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(EVENTS).sort())
    expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([COMMAND])
    const [shortcut, ...others] = features.shortcuts
    expect(shortcut).toMatchObject({ type: 'message', callback_id: SHORTCUT })
    expect(others).toEqual([])
    expect(listened()).toEqual(expect.arrayContaining(['app.shortcut', 'app.command', 'app.action', 'app.view']))
    expect(settings.interactivity.is_enabled).toBe(true)
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })

  test('names where Slack calls, over HTTP alone', () => {
    const urls = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      features.slash_commands[0].url,
    ]
    expect(settings.socket_mode_enabled).toBe(mode === 'socket')
    for (const url of urls) {
      if (mode === 'socket') expect(url).toBeUndefined()
      else expect(new URL(url)).toMatchObject({ protocol: 'https:', pathname: PATH })
    }
  })

  test('is of the lengths that Slack takes', () => {
    const within = (text: string, min: number, max: number): boolean => text.length >= min && text.length <= max
    expect(within(display.name, 1, 35)).toBe(true)
    expect(within(display.description, 1, 140)).toBe(true)
    expect(within(display.long_description, 174, 4_000)).toBe(true)
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/)
    const [command] = features.slash_commands
    const [shortcut] = features.shortcuts
    expect(within(shortcut.name, 1, 24) && within(shortcut.description, 1, 150)).toBe(true)
    expect(within(command.description, 1, 2_000) && within(command.usage_hint, 1, 1_000)).toBe(true)
  })
})
