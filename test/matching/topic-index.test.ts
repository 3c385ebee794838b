import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bare } from '../../src/matching/bare-text.ts'
import { finish } from '../../src/matching/sliced-work.ts'
import { readTaskTexts } from '../../src/matching/task-texts.ts'
import { FIT } from '../../src/matching/topic-hits.ts'
import { TopicIndex } from '../../src/matching/topic-index.ts'
import { fold } from '../../src/text/fold.ts'
import { snapshots, tasks, topics } from './random-ledgers.ts'

const sayings = fc.array(fc.constantFrom('燃', '气', '管', '网', '柴', '油', '货', '车', 'a'), { maxLength: 5 })

/** Title, path and body of each task, bare. */
const textsOf = (list: readonly Parameters<typeof textOf>[0][]) => list.map(textOf)
const textOf = (task: { title: string | null; path: string[]; content: string; timing: string }): string[] =>
  [task.title ?? task.content.split(/[。；;]/)[0] ?? '', task.path.join(''), task.content + task.timing].map(bare)

describe('texts are looked up as they stand', () => {
  test('a word is found in the tasks whose title, path or body has it', () => {
    fc.assert(
      fc.property(fc.array(tasks, { maxLength: 10 }), sayings, sayings, (list, one, other) => {
        const words = [one.join(''), other.join('')]
        const having = textsOf(list).flatMap((texts, place) =>
          texts.some((text) => words.some((word) => text.includes(word))) ? [place] : [],
        )
        expect(Array.from(finish(readTaskTexts(list)).placesOf(words))).toEqual(having)
      }),
      { numRuns: 1000 },
    )
  })

  test('the longest beginning that stands anywhere', () => {
    fc.assert(
      fc.property(fc.array(tasks, { maxLength: 10 }), sayings, topics, (list, characters, { text }) => {
        const run = bare(text) + characters.join('')
        const stands = (word: string) => textsOf(list).some((texts) => texts.some((said) => said.includes(word)))
        let longest = run.length
        while (longest > 1 && !stands(run.slice(0, longest))) longest--
        expect(finish(readTaskTexts(list)).longestBeginning(run)).toBe(longest)
      }),
      { numRuns: 1000 },
    )
  })

  test('bare text is folded text without spaces, punctuation and symbols but those that join letters and digits', () => {
    const dropped = /(?![+/.])[\s\p{P}\p{S}]|(?<![a-z\d])[+/.]|[+/.](?![a-z\d])/gu
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
        const text = `${one}（1）${other}，ＡＢ　臺`
        expect(bare(text)).toBe(fold(text).replace(dropped, ''))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('searching', () => {
  const task = (title: string | null, content: string, path: string[] = []) => {
    const [made] = fc.sample(tasks, { numRuns: 1, seed: 1 })
    return { ...made, title, content, path, timing: '' } as NonNullable<typeof made>
  }
  const full = (...words: string[]) => ({ text: words.join(''), words: words.map((text) => ({ text, slight: false })) })

  test('the closest come first: title, heading, words of a title, text, one sentence, scattered', () => {
    const index = new TopicIndex([
      task('其他', '燃气企业自查。检修管网。'),
      task('其他', '燃气企业自查管网。'),
      task('其他', '检修燃气管网。'),
      task('燃气企业与管网', '检修。'),
      task('其他', '检修。', ['燃气管网安全']),
      task('城镇老旧燃气管网', '检修。'),
      task('其他', '检修燃气表。'),
    ])
    const hits = index.search(full('燃气', '管网'))
    expect(hits.map(({ place, fit }) => [place, fit])).toEqual([
      [5, FIT.title],
      [4, FIT.heading],
      [3, FIT.titleWords],
      [2, FIT.text],
      [1, FIT.sentence],
      [0, FIT.scattered],
    ])
  })

  test('the name of a heading means what is under it, and nothing else', () => {
    const index = new TopicIndex([
      task('其他', '检修燃气表。检修管网。'),
      task('其他', '检修。', ['（二）改造燃气管网']),
      task('燃气管网', '检修。'),
    ])
    expect(index.search(full('燃气', '管网')).map(({ place }) => place)).toEqual([2, 1])
  })

  test('a word that the texts have only with something between its parts', () => {
    const index = new TopicIndex([task(null, '淘汰柴油货车。'), task(null, '检修管网。')])
    expect(index.search(full('柴油车')).map(({ place }) => place)).toEqual([0])
  })

  test('what ledgers call a row is no subject, unless a heading has it', () => {
    const index = new TopicIndex([
      task(null, '管网检修。', ['保障措施']),
      task(null, '措施落实。'),
      task(null, '清淤。'),
    ])
    const asked = (...words: string[]) => index.search(full(...words)).map(({ place }) => place)
    expect(asked('管网', '措施')).toEqual([0])
    expect(asked('保障', '措施')).toEqual([0])
  })

  test('a stretch of several words is marked where it stands as it is', () => {
    const index = new TopicIndex([
      task('燃气管网', '检修。'),
      task('其他', '改造燃气管网。'),
      task('其他', '燃气的管网。'),
    ])
    const whole = index.search(full('燃气', '管网')).map(({ place }) => place)
    expect(whole).toEqual([0, 1, 2])
  })

  test('what is not allowed is left out and changes nothing else', () => {
    fc.assert(
      fc.property(snapshots, topics, fc.integer({ min: 1, max: 3 }), ({ tasks: list }, topic, every) => {
        const index = new TopicIndex(list)
        const allowed = (place: number) => place % every === 0
        expect(index.search(topic, allowed)).toEqual(index.search(topic).filter(({ place }) => allowed(place)))
      }),
      { numRuns: 500 },
    )
  })
})
