import type { Attachment } from '../domain/index.ts'
import type { Query } from '../matching/query.ts'
import type { AskedUnit } from '../matching/reading.ts'
import type { Need } from '../reply.ts'
import type { Question } from './question.ts'

/** What was last asked and answered. */
export interface Turn {
  query: Query
  question: Question
  /** Name of the intent that answered. */
  intent: string
  /** Ids of the tasks last listed, in their printed order; a detail of one of them leaves the list standing. */
  list: readonly string[]
  /** The list that `list` was narrowed from; the same where it was not. */
  wider: readonly string[]
  /** The tasks the last answer was about. */
  about: readonly string[]
  /** Names of the people that the last answer gave. */
  people: readonly string[]
  /** Units that the last answer named as responsible. */
  units: readonly string[]
  /** Where the page shown began. */
  offset: number
}

/** A question the bot has asked back, and what to do with its answer. */
export interface Pending {
  need: Need | null
  /** Ids of the messages below whose answers it stands: buttons answer it there and nowhere else. */
  asked?: readonly string[]
  /** What can be answered, in the order in which the numbers stood. */
  choices: readonly Choice[]
  /** Milliseconds since 1970 until which it waits, where that is longer than the dialogue. */
  openUntil?: number
  /** The choice that 补充 makes, with whatever follows it. */
  supplement?: string
  /** The choice that any words make which are no other. */
  text?: string
  /** The choice that shows it again, once it has waited too long. */
  again?: string
  /** Something else was asked meanwhile: only the choices' own names answer it. */
  interrupted?: boolean
  /** What the choice is for: it completes a question that waits, or it is handed to the intent that asked. */
  purpose:
    | { kind: 'unit' | 'ledger'; question: Question; asked?: AskedUnit }
    /** One question for each choice: other readings of the last one. */
    | { kind: 'readings'; questions: readonly Question[] }
    | { kind: 'intent'; name: string }
}

export interface Choice {
  /** As printed after its number; naming it is as good as the number. */
  label: string
  value: string
}

/** One person in one conversation. */
export interface Dialogue {
  last: Turn | null
  pending: Pending | null
  /** A confirmation that was not given in time. */
  late?: Pending | null
  /** Files that came before it was said what they belong to. */
  files?: readonly Attachment[]
  /** Level of the group's bodies, by its binding. */
  level?: string | null
  /** The ledger in focus: the last one named. */
  ledger: string | null
  /** Milliseconds since 1970 of the last message, by the conversation's own clock. */
  at: number
}

/** After so long, a question stands by itself again. */
export const EXPIRY_MS = 30 * 60_000

/** Where something is said. */
export interface Place {
  adapter: string
  id: string
  /** A branch of it, where the platform has such. */
  thread?: string
}

/**
 * Dialogues by place and person; two people in one group never share one. A new branch goes on from what its person
 * last said in the group.
 */
export class Dialogues {
  private readonly byPerson = new Map<string, Dialogue>()

  constructor(private readonly most = 10_000) {}

  /** The dialogue at an instant; what was said too long before it is forgotten. */
  at(place: Place, person: string, instant: number): Dialogue {
    const key = keyOf(place, person)
    const main = keyOf({ adapter: place.adapter, id: place.id }, person)
    const former = this.byPerson.get(main)
    const dialogue = this.byPerson.get(key) ??
      (former ? { ...former } : undefined) ?? { last: null, pending: null, ledger: null, at: instant }
    const { pending } = dialogue
    if (instant - dialogue.at > EXPIRY_MS) Object.assign(dialogue, { last: null, pending: null, files: [] })
    // a confirmation waits longer, and is shown again where it comes too late
    if (pending?.openUntil !== undefined)
      Object.assign(dialogue, {
        pending: instant <= pending.openUntil ? pending : null,
        late: instant > pending.openUntil ? pending : null,
      })
    dialogue.at = instant
    this.keep(key, dialogue)
    if (main !== key) this.keep(main, dialogue)
    return dialogue
  }

  /** Whether somebody else there is waited for to confirm something, at an instant. */
  othersConfirm(place: Place, person: string, instant: number): boolean {
    for (const [key, { pending, at }] of this.byPerson) {
      const [adapter, id, , whose] = JSON.parse(key) as [string, string, string | null, string]
      if (adapter !== place.adapter || id !== place.id || whose === person) continue
      if (pending?.need === 'confirmation' && instant <= (pending.openUntil ?? at + EXPIRY_MS)) return true
    }
    return false
  }

  /** Whether somebody else there was asked something below the answer to a message, and has not answered it. */
  othersAsked(place: Place, person: string, message: string): boolean {
    for (const [key, { pending }] of this.byPerson) {
      const [adapter, id, , whose] = JSON.parse(key) as [string, string, string | null, string]
      if (adapter !== place.adapter || id !== place.id || whose === person) continue
      if (pending?.asked?.includes(message)) return true
    }
    return false
  }

  /** Forgets all that was said with people (`channel:id`), and what was waited for from them. */
  end(people: readonly string[]): void {
    const ended = new Set(people)
    for (const key of [...this.byPerson.keys()]) {
      const [adapter, , , whose] = JSON.parse(key) as [string, string, string | null, string]
      if (ended.has(`${adapter}:${whose.replace(/^user /, '')}`)) this.byPerson.delete(key)
    }
  }

  /** The dialogue as it stands, where there is one. */
  peek(place: Place, person: string): Readonly<Dialogue> | undefined {
    return this.byPerson.get(keyOf(place, person))
  }

  private keep(key: string, dialogue: Dialogue): void {
    // the map keeps the order of use: the first is the one longest silent
    this.byPerson.delete(key)
    this.byPerson.set(key, dialogue)
    if (this.byPerson.size > this.most) this.byPerson.delete(this.byPerson.keys().next().value as string)
  }
}

const keyOf = ({ adapter, id, thread }: Place, person: string): string => JSON.stringify([adapter, id, thread, person])
