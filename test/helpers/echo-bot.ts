import type { Bot } from '../../src/bot.ts'
import { replyOf } from './reply-of.ts'

/** Answers every message with its own words. */
export const echoBot: Bot = { answer: async ({ text }) => replyOf(`答${text}`), awaits: () => false, prepare: () => {} }
