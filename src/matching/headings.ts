import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'

const NUMBER = /^[\s（(]*[一二三四五六七八九十\d]+[)）、.．\s]+/
/** 加强, 推进, 完善: the verb that a heading begins with. */
const VERB_LENGTH = 2

/** The names of rows and headings, bare and without their number. */
export class Headings {
  private readonly read = new Set<string>()
  private readonly whole = new Set<string>()
  private readonly withoutVerb = new Set<string>()

  add({ path, title }: Pick<Task, 'path' | 'title'>): void {
    for (const heading of path) this.addName(heading)
    if (title !== null) this.addName(title)
  }

  /** Whether a text is one of them, its verb apart (加强组织领导). */
  has(text: string): boolean {
    return this.whole.has(text) || this.withoutVerb.has(text)
  }

  private addName(name: string): void {
    // many tasks share one
    if (this.read.has(name)) return
    this.read.add(name)
    const heading = bare(name.replace(NUMBER, ''))
    this.whole.add(heading)
    this.withoutVerb.add(heading.slice(VERB_LENGTH))
  }
}
