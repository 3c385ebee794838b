import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { answerTo } from './answer.ts'
import { QUESTIONS } from './questions.ts'
import { someVariants, VARIANTS } from './variants.ts'

const ledger = sampleLedger('北京医改23项.txt')

describe('a question written differently has the same answer', () => {
  test.each(VARIANTS.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
    const different: string[] = []
    for (const question of QUESTIONS) {
      const [one, other] = [await answerTo(question, ledger), await answerTo(variant.apply(question), ledger)]
      if (JSON.stringify(one) !== JSON.stringify(other)) different.push(variant.apply(question))
    }
    expect(different).toEqual([])
  })

  test('several at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...QUESTIONS), someVariants, async (question, variant) => {
        expect(await answerTo(variant.apply(question), ledger)).toEqual(await answerTo(question, ledger))
      }),
      { numRuns: 400 },
    )
  })
})

test('every one of the questions is answered', async () => {
  for (const question of QUESTIONS) expect((await answerTo(question, ledger)).intent).not.toBe('unknown')
})

test('the same question gives the same reply again', async () => {
  for (const question of QUESTIONS) {
    const first = await conversation(ledger).say(question)
    // an index of its own, built from the same documents
    const again = await conversation(structuredClone(ledger)).say(question)
    expect(again).toEqual(first)
  }
})
