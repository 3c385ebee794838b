import { readFileSync } from 'node:fs'
import type { Milestone, TaskDraft } from '../../src/domain/index.ts'

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')

/** A row of a document as a person would write it down; `anySplit`: the document does not say who of the units leads. */
export interface GoldRow {
  begins: string
  lead: string[]
  cooperating: string[]
  anySplit: boolean
  /** Right readings of its deadline: `due recurs|ongoing`, sorted. */
  deadlines: string[]
}

export interface Score {
  rows: number
  /** What is wrong with a row: `not found`, lead, cooperating, milestones. */
  wrong: { begins: string; what: string[]; got: TaskDraft | undefined }[]
  /** Tasks that the document does not set. */
  extra: TaskDraft[]
}

const listed = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/(?<!\\)、(?![^（）]*）)/u)
    .map((unit) => unit.replaceAll('\\', ''))
    .filter((unit) => unit !== '')

const sorted = (milestones: string): string =>
  milestones
    .split(';')
    .map((milestone) => milestone.trim())
    .sort()
    .join(';')

/** Rows of a .tsv: opening words, lead (= before it: any split), cooperating, deadlines (`;` and, `|` or). */
export const readGold = (path: URL): GoldRow[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [begins = '', lead = '', cooperating, deadlines = ''] = line.split('\t')
      return {
        begins,
        lead: listed(lead.replace(/^=/u, '')),
        cooperating: listed(cooperating),
        anySplit: lead.startsWith('='),
        deadlines: deadlines.split('|').map(sorted),
      }
    })

const inWords = ({ due, recurs, ongoing }: Milestone): string =>
  [due ?? (ongoing ? null : 'null'), recurs, ongoing ? 'ongoing' : null].filter((part) => part !== null).join(' ')

const sameUnits = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n')

const wrongFields = (got: TaskDraft, gold: GoldRow): string[] => {
  const units = [...gold.lead, ...gold.cooperating]
  const anySplit = gold.anySplit && sameUnits([...got.lead, ...got.cooperating], units)
  const right = {
    lead: anySplit || sameUnits(got.lead, gold.lead),
    cooperating: anySplit || sameUnits(got.cooperating, gold.cooperating),
    milestones: gold.deadlines.includes(sorted(got.milestones.map(inWords).join(';'))),
  }
  return Object.entries(right).flatMap(([field, is]) => (is ? [] : [field]))
}

/** Pairs each row with the first task that has its words, at most once, and says what is wrong with it. */
export const scoreDocument = (gold: readonly GoldRow[], tasks: readonly TaskDraft[]): Score => {
  const left = new Set(tasks)
  const wrong: Score['wrong'] = []
  for (const row of gold) {
    const words = fold(row.begins)
    const got =
      [...left].find(({ content }) =>
        fold(content)
          .slice(0, words.length + 8)
          .includes(words),
      ) ?? [...left].find(({ content, path }) => fold([...path, content].join('')).includes(words))
    if (got) left.delete(got)
    const what = got ? wrongFields(got, row) : ['not found']
    if (what.length > 0) wrong.push({ begins: row.begins, what, got })
  }
  return { rows: gold.length, wrong, extra: [...left] }
}
