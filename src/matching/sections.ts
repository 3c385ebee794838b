import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'

/** 要素保障这一类, 产业板块里: words that call what is before them a part of the ledger. */
const CALLED_SECTION =
  /^(.+?)(?:[这那]一?)?(?:个|大)?(?:部分|板块|版块|领域|章节|篇章|条线|类别|类|章|篇|方面)(?:工作|任务)?(?:里面|里头|里边|当中|之中|里|中|内|上|下)?(?:都?有|包括|包含)?$/
const NUMBER = /^[\s（(第]*(?:[一二三四五六七八九十\d]+)[)）、.．\s章部篇分]+/
const SHORTEST_NAME = 2

/** What a stretch of a question calls a part of the ledger (产业 in 产业这部分), bare; null where it does not. */
export const sectionCalled = (run: string): string | null => {
  const name = CALLED_SECTION.exec(run)?.[1]
  const words = name === undefined ? '' : bare(name)
  return words.length < SHORTEST_NAME ? null : words
}

interface Heading {
  level: number
  name: string
  places: number[]
}

/** The headings above the tasks, by name. */
export class Sections {
  private readonly headings: readonly Heading[]

  constructor(tasks: readonly Task[]) {
    const known = new Map<string, Heading>()
    for (const [place, { ledgerId, path }] of tasks.entries()) {
      for (const [level, written] of path.entries()) {
        const key = [ledgerId, ...path.slice(0, level + 1)].join('\n')
        const heading = known.get(key) ?? { level, name: bare(written.replace(NUMBER, '')), places: [] }
        known.set(key, heading)
        heading.places.push(place)
      }
    }
    this.headings = [...known.values()]
  }

  /** Places of the tasks under the headings that are so called, by part of their name: the outermost that fit. */
  under(called: string): readonly number[] {
    const fitting = this.headings.filter(({ name }) => name.includes(called))
    const outermost = Math.min(...fitting.map(({ level }) => level))
    return fitting.filter(({ level }) => level === outermost).flatMap(({ places }) => places)
  }
}
