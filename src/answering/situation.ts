import type { Incoming } from '../adapter.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import type { Attachment, Day } from '../domain/index.ts'
import type { Access } from '../intent.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'

/** What one message is answered from. */
export interface Situation {
  message: Incoming
  /** Names the message: what it changes, it changes once. */
  key: string
  /** Its text, with what it refers to put before it. */
  said: string
  /** Files that came with it, kept already. */
  attachments: readonly Attachment[]
  dialogue: Dialogue
  index: LedgerIndex
  today: Day
  /** Whether somebody else in the conversation is waited for to confirm something. */
  othersConfirm: () => boolean
  access: Access
}
