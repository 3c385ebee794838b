import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { QUESTIONS } from './questions.ts'

const FILES = ['北京医改23项', '吉林医改施工图55项', '天津医改40项'].map((name) => `data/samples/${name}.txt`)
const [a, b, c] = FILES as [string, string, string]

const MORE = [
  '省财政厅牵头的有哪些',
  '市卫生计生委负责什么',
  '集采的任务有哪些',
  '分级诊疗由谁牵头',
  '医联体有几项',
  '年底前要完成哪些',
  '人才培养的任务',
  '（十五）1谁负责',
]

/** What a question finds, by the documents’ own words. */
const found = async (question: string, files: readonly string[]): Promise<unknown> => {
  const { intent, tasks, needs } = await conversation(importedFrom(files)).say(question)
  return { intent, needs, tasks: tasks.map(({ source, no }) => `${source.file} ${no}`).sort() }
}

const known = new Map<string, ReturnType<typeof importedLedgers>>()
const importedFrom = (files: readonly string[]): ReturnType<typeof importedLedgers> => {
  const key = files.join()
  const snapshot = known.get(key) ?? importedLedgers(...files)
  known.set(key, snapshot)
  return snapshot
}

test.each([[[c, b, a]], [[b, c, a]]])('the order of imports changes no answer: %j', async (files) => {
  for (const question of [...QUESTIONS, ...MORE]) {
    expect({ question, found: await found(question, files) }).toEqual({ question, found: await found(question, FILES) })
  }
})
