import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { measureSlack } from './slack/answering.ts'

const dir = mkdtempSync('/tmp/duban-bench-slack-')
execFileSync('node', ['dist/src/main.js', 'import', '--data', dir, ...process.argv.slice(4)])
const qs = [
  '市医保局负责哪些任务',
  '第3项谁牵头，什么时候交',
  '三月底前要交什么',
  '市卫生健康委牵头的任务有几项',
  '集采方面有哪些任务',
  '第5项详细',
]
console.log(await measureSlack(dir, qs, Number(process.argv[2]), Number(process.argv[3])))
rmSync(dir, { recursive: true })
