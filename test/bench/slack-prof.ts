import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { startApp } from './slack/app-process.ts'
import { openPlatform, SECRET, TOKEN } from './slack/platform.ts'

const [which, n, prof, ...qs] = process.argv.slice(2)
const dir = mkdtempSync('/tmp/duban-bench-slack-')
execFileSync('node', ['dist/src/main.js', 'import', '--data', dir, 'data/samples/北京医改23项.txt'])
const platform = await openPlatform()
const flags = prof === '-' ? [] : ['--cpu-prof', '--cpu-prof-dir', prof!]
const app =
  which === 'bolt'
    ? await startApp(
        [...flags, 'dist/test/bench/slack/bolt-echo.js', TOKEN, SECRET, platform.apiUrl],
        {},
        (l) => /^ready (\S+)/.exec(l)?.[1],
      )
    : await startApp(
        [...flags, 'dist/src/main.js', 'serve', '--data', dir],
        {
          PORT: '0',
          SLACK_BOT_TOKEN: TOKEN,
          SLACK_SIGNING_SECRET: SECRET,
          SLACK_API_URL: platform.apiUrl,
          LOG_LEVEL: 'info',
        },
        (l) => /"address":"([^"]+)".*"msg":"ready"/.exec(l)?.[1],
      )
let next = 0
for (const count of [1000, Number(n)]) {
  next = 0
  const cpu = app.cpu()!,
    t = performance.now()
  await Promise.all(
    Array.from({ length: Number(process.env.C ?? 50) }, async (_, c) => {
      while (next < count) await platform.ask(app.address, `D0BENCH${c}`, qs[next++ % qs.length]!)
    }),
  )
  console.log(
    which,
    count,
    'per s',
    Math.round((count / (performance.now() - t)) * 1000),
    'cpu ms',
    (((app.cpu()! - cpu) / count) * 1000).toFixed(3),
  )
}
await app.stop()
await platform.close()
rmSync(dir, { recursive: true })
