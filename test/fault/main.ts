// The fault tests at length: `node --import ./test/fault/typescript-hook.mjs test/fault/main.ts [ROUNDS]`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from './kill-rounds.ts'
import { seeded } from './random.ts'
import { malformedMessages } from './wechat-malformed.ts'

const MALFORMED = 10_000
const MOST_GROWTH_MB = 50

const rounds = Number(process.argv[2] ?? 200)
const dir = await mkdtemp(join(tmpdir(), 'duban-fault-'))
try {
  const counts = await killRounds(dir, rounds, seeded(1))
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  const wechat = await malformedMessages(MALFORMED, seeded(1))
  process.stdout.write(`${JSON.stringify({ wechat })}\n`)
  const sound = wechat.wrong + wechat.uncaught === 0 && wechat.alive && wechat.growthMb < MOST_GROWTH_MB
  process.exitCode = counts.lost + counts.corrupt === 0 && sound ? 0 : 1
} finally {
  await rm(dir, { recursive: true, force: true })
}
