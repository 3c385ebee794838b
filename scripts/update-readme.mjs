// node scripts/update-readme.mjs           renews what the README shows of the built program
// node scripts/update-readme.mjs --check   ends with 1 where it is out of date
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const README = new URL('../README.md', import.meta.url)
const { bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const PROGRAM = new URL(`../${bin.duban}`, import.meta.url).pathname
const { intents } = await import('../dist/intents/index.js')
const { ACTIONS, PERMISSIONS } = await import('../dist/src/access/permissions.js')
const { topicOf } = await import('../dist/intents/help.js')
const { HELP_TOPICS } = await import('../dist/src/intent.js')

const CONVERSATION = [
  '市医保局负责哪些任务',
  '三月底前要交什么',
  '第二个详细说说',
  '第3项谁牵头，什么时候交',
  '今天天气怎么样',
]
/** Examples of an intent that are shown. */
const EXAMPLES = 3

const transcript = () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-readme-'))
  try {
    const input = CONVERSATION.map((line) => `${line}\n`).join('')
    const output = execFileSync(process.execPath, [PROGRAM, 'demo', '--data', folder], { input, encoding: 'utf8' })
    const [, ...replies] = output.trimEnd().split('\n\n')
    if (replies.length !== CONVERSATION.length) throw new Error(`${replies.length} replies`)
    const turns = CONVERSATION.map((question, i) => `督办> ${question}\n${replies[i]}\n`)
    return `\`\`\`text\n${turns.join('\n')}\`\`\``
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const understands = () => {
  // the list is in the order of matching, the plainest last
  const rows = intents
    .filter(({ name, aside }) => name === 'help' || aside !== true)
    .toReversed()
    .sort((a, b) => HELP_TOPICS.indexOf(topicOf(a)) - HELP_TOPICS.indexOf(topicOf(b)))
    .map((intent) => `| ${topicOf(intent)} | ${intent.summary} | ${intent.examples.slice(0, EXAMPLES).join('；')} |`)
  return ['| 类别 | 能做什么 | 可以这样说 |', '| --- | --- | --- |', ...rows].join('\n')
}

const RANKS = { administrator: '管理员', leader: '单位领导', liaison: '联络员', member: '成员', guest: '未绑定' }
const SCOPES = { any: '全部', own: '本单位', lead: '牵头', public: '公开台账', none: '—' }

const roles = () => {
  const ranks = Object.keys(PERMISSIONS)
  const rows = Object.entries(ACTIONS).map(
    ([action, name]) => `| ${name} | ${ranks.map((rank) => SCOPES[PERMISSIONS[rank][action] ?? 'none']).join(' | ')} |`,
  )
  return [
    `| | ${ranks.map((rank) => RANKS[rank]).join(' | ')} |`,
    `| ---${' | ---'.repeat(ranks.length)} |`,
    ...rows,
  ].join('\n')
}

/** Puts a text between the two comments of a name. */
const fill = (text, name, content) => {
  const part = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
  if (!part.test(text)) throw new Error(`README.md has no <!-- ${name} -->`)
  return text.replace(part, (_, from, to) => `${from}\n${content}\n\n${to}`)
}

const before = readFileSync(README, 'utf8')
const after = fill(fill(fill(before, 'transcript', transcript()), 'understands', understands()), 'roles', roles())
if (!process.argv.includes('--check')) writeFileSync(README, after)
else if (before !== after) {
  console.error('README.md is out of date: node scripts/update-readme.mjs')
  process.exitCode = 1
}
