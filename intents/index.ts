import type { Intent } from '../src/intent.ts'
import { approve } from './approve.ts'
import { attachments } from './attachments.ts'
import { away } from './away.ts'
import { bindGroup } from './bind-group.ts'
import { bindPerson } from './bind-person.ts'
import { checkFact } from './check-fact.ts'
import { circular } from './circular.ts'
import { confirm } from './confirm.ts'
import { contacts } from './contacts.ts'
import { countTasks } from './count-tasks.ts'
import { dispute } from './dispute.ts'
import { doubts } from './doubts.ts'
import { draftLetter } from './draft-letter.ts'
import { editTask } from './edit-task.ts'
import { explain } from './explain.ts'
import { exportFile } from './export-file.ts'
import { fewerReminders } from './fewer-reminders.ts'
import { groupCircular } from './group-circular.ts'
import { help } from './help.ts'
import { importLedgers } from './import-ledgers.ts'
import { invite } from './invite.ts'
import { ledgers } from './ledgers.ts'
import { listTasks } from './list-tasks.ts'
import { managePeople } from './manage-people.ts'
import { more } from './more.ts'
import { myDay } from './my-day.ts'
import { newlyFinished } from './newly-finished.ts'
import { nudgeUnits } from './nudge-units.ts'
import { object } from './object.ts'
import { overview } from './overview.ts'
import { pausePushing } from './pause-pushing.ts'
import { phoneReads } from './phone-reads.ts'
import { previewReminders } from './preview-reminders.ts'
import { quietWeekends } from './quiet-weekends.ts'
import { recallReminders } from './recall-reminders.ts'
import { receivedReports } from './received-reports.ts'
import { releaseWeekly } from './release-weekly.ts'
import { remindEarlier } from './remind-earlier.ts'
import { reminderRules } from './reminder-rules.ts'
import { report } from './report.ts'
import { reportForm } from './report-form.ts'
import { resumePushing } from './resume-pushing.ts'
import { sentReminders } from './sent-reminders.ts'
import { settleDoubtsByNumber } from './settle-doubts.ts'
import { smallTalk } from './small-talk.ts'
import { snooze } from './snooze.ts'
import { sources } from './sources.ts'
import { startReport } from './start-report.ts'
import { stopReminders } from './stop-reminders.ts'
import { subscribeWeekly } from './subscribe-weekly.ts'
import { taskDetail } from './task-detail.ts'
import { taskHistory } from './task-history.ts'
import { teach } from './teach.ts'
import { verifyPast } from './verify-past.ts'
import { weeklyFigure } from './weekly-figure.ts'
import { whenDue } from './when-due.ts'
import { whoAmI } from './who-am-i.ts'
import { whoHasNotReported } from './who-has-not-reported.ts'
import { whoIsResponsible } from './who-is-responsible.ts'
import { whyNotReminded } from './why-not-reminded.ts'
import { whyReminded } from './why-reminded.ts'
import { withdraw } from './withdraw.ts'

/**
 * Every intent. Where a question asks for several things at once, the first in this order that fits answers it.
 */
export const intents: readonly Intent[] = [
  exportFile,
  verifyPast,
  report,
  object,
  importLedgers,
  withdraw,
  confirm,
  approve,
  editTask,
  circular,
  newlyFinished,
  taskHistory,
  attachments,
  whoHasNotReported,
  receivedReports,
  phoneReads,
  whoAmI,
  previewReminders,
  pausePushing,
  resumePushing,
  recallReminders,
  stopReminders,
  subscribeWeekly,
  sentReminders,
  startReport,
  reportForm,
  releaseWeekly,
  weeklyFigure,
  nudgeUnits,
  draftLetter,
  snooze,
  fewerReminders,
  reminderRules,
  remindEarlier,
  quietWeekends,
  away,
  whyNotReminded,
  whyReminded,
  myDay,
  managePeople,
  bindPerson,
  teach,
  bindGroup,
  groupCircular,
  invite,
  doubts,
  settleDoubtsByNumber,
  explain,
  dispute,
  ledgers,
  checkFact,
  contacts,
  whoIsResponsible,
  overview,
  whenDue,
  countTasks,
  more,
  sources,
  taskDetail,
  listTasks,
  help,
  smallTalk,
]
