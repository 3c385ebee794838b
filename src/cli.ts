import { Command, type HelpConfiguration, Option } from 'commander'
import type { AuditOptions } from './cli/audit.ts'
import { type Context, contextOf } from './cli/context.ts'
import type { ExportOptions } from './cli/export.ts'
import { describeFailure, EXIT_DONE } from './cli/failure.ts'
import type { ImportOptions } from './cli/import.ts'
import type { LedgersOptions } from './cli/ledgers.ts'
import type { RemindOptions } from './cli/remind.ts'
import type { RemindersOptions } from './cli/reminders.ts'
import type { RestoreOptions } from './cli/restore.ts'
import type { ReviewOptions } from './cli/review.ts'
import type { Services } from './cli/services.ts'
import type { UnansweredOptions } from './cli/unanswered.ts'
import { describeUsage } from './cli/usage.ts'
import { displayWidth } from './display/width.ts'

/**
 * The commands, each loading its own file when it is called. `finish` takes the exit status of the one that ran, where
 * it is not 0.
 */
export const createProgram = (services: Services, finish: (status: number) => void = () => {}): Command => {
  const program = new Command('duban')
  const context = (command: Command): Context => contextOf(command, services)

  program
    .description('督办：读取工作台账，回答“谁负责、何时交、办得怎样”。')
    .version(services.version, '-V, --version', '显示版本')
    .option('--data <文件夹>', `数据文件夹（默认 ${services.config.dataDir}）`)
    .option('--now <时间>', '把时钟定在这一刻，如 2020-01-05T09:00:00+08:00；不写时区按北京时间')
    .option('--json', '在标准输出给出 JSON')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .configureHelp(CHINESE_HELP)

  program
    .command('import <文件...>')
    .description('导入台账（表格或公文正文的文本），报告新增、变更、移除和疑点；多份文件要么全部导入，要么都不导入')
    .option('--dry-run', '只报告，不写入')
    .option('--yes', '在终端上改动已有台账时不再询问')
    .action(async (files: string[], options: ImportOptions, command: Command) =>
      (await import('./cli/import.ts')).importFiles(context(command), files, options),
    )

  program
    .command('review')
    .description('列出有疑点的任务：各字段读作什么、原文是什么、把握如何；--settle 逐项核定')
    .option('--all', '没有疑点的也列出')
    .option('--settle <结论...>', '按序号核定，如 1对 2改为2025年6月底')
    .action(async (options: ReviewOptions, command: Command) =>
      (await import('./cli/review.ts')).review(context(command), options),
    )

  program
    .command('export')
    .description('导出全部任务')
    .option('--format <格式>', 'json、csv、xlsx、docx 或 ics（默认 json）')
    .option('--out <文件>', '写入文件；不写则输出到屏幕')
    .action(async (options: ExportOptions, command: Command) =>
      (await import('./cli/export.ts')).exportTasks(context(command), options),
    )

  program
    .command('ledgers')
    .description('列出台账；改简称、归档、移除')
    .addOption(takingSeveral('--short <台账> <新简称>', '改简称'))
    .option('--archive <台账>', '归档，提问时不再列入')
    .option('--unarchive <台账>', '取消归档')
    .option('--public <台账>', '设为公开，任何群里都可以答')
    .option('--internal <台账>', '设为内部，只在私聊和绑定为可发内部内容的群里答全')
    .option('--remove <台账>', '连同任务移除')
    .action(async (options: LedgersOptions, command: Command) =>
      (await import('./cli/ledgers.ts')).ledgers(context(command), options),
    )

  program
    .command('ask <问题...>')
    .description('问一个问题')
    .action(async (words: string[], _options: unknown, command: Command) =>
      (await import('./cli/ask.ts')).ask(context(command), words),
    )

  program
    .command('chat')
    .description('连续对话；加 --json 则一行一条消息、一行一个答复')
    .action(async (_options: unknown, command: Command) => (await import('./cli/chat.ts')).chat(context(command)))

  program
    .command('remind')
    .description('只看在 --now 这一刻会发哪些提醒、发给谁、为什么；不发送')
    .option('--dry-run', '只看，不发送（必写）')
    .option('--from <时间>', '从这一刻起逐日推演')
    .option('--to <时间>', '推演到这一刻')
    .action(async (options: RemindOptions, command: Command) =>
      (await import('./cli/remind.ts')).remind(context(command), options),
    )

  program
    .command('reminders')
    .description('列出已发送和发送中的提醒；改某份台账的提醒规则')
    .addOption(takingSeveral('--policy <台账> <规则文件>', '改提醒规则；台账写 全部 则改默认规则'))
    .action(async (options: RemindersOptions, command: Command) =>
      (await import('./cli/reminders.ts')).reminders(context(command), options),
    )

  program
    .command('serve')
    .description('运行已配置的渠道，直到停止')
    .action(async (_options: unknown, command: Command) => (await import('./cli/serve.ts')).serve(context(command)))

  program
    .command('when')
    .description('识别时间词语，从标准输入读，一行一条')
    .action(async (_options: unknown, command: Command) => (await import('./cli/when.ts')).when(context(command)))

  program
    .command('doctor')
    .description('检查配置、数据文件夹、台账库和分词组件，说明要改什么')
    .action(async (_options: unknown, command: Command) => {
      const { doctor } = await import('./cli/doctor.ts')
      finish(await doctor(contextOf(command, services, { lenient: true })))
    })

  program
    .command('restore')
    .description('恢复最近一份完好的备份')
    .option('--list', '只列出备份')
    .option('--from <备份>', '恢复指定的一份')
    .action(async (options: RestoreOptions, command: Command) =>
      (await import('./cli/restore.ts')).restore(context(command), options),
    )

  program
    .command('audit')
    .description('列出变更记录：谁在何时改了什么，以及看过的电话全号和导出')
    .option('--task <序号>', '只看一项任务')
    .action(async (options: AuditOptions, command: Command) =>
      (await import('./cli/audit.ts')).audit(context(command), options),
    )

  program
    .command('unanswered')
    .description('列出没能回答的问题；教一个说法')
    .addOption(takingSeveral('--teach <说法> <意思>', '以后把这个说法按这个意思理解'))
    .action(async (options: UnansweredOptions, command: Command) =>
      (await import('./cli/unanswered.ts')).unanswered(context(command), options),
    )

  program
    .command('demo')
    .description('用自带的样例台账试用，不影响正式数据')
    .action(async (_options: unknown, command: Command) => (await import('./cli/demo.ts')).demo(context(command)))

  return quiet(program, services)
}

/** An option with several values; commander tells one by `...` behind a Latin letter only. */
const takingSeveral = (flags: string, description: string): Option =>
  Object.assign(new Option(flags, description), { variadic: true })

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

const argumentsOf = (command: Command): string =>
  command.registeredArguments.map((argument) => `<${argument.name()}${argument.variadic ? '...' : ''}>`).join(' ')

const CHINESE_HELP: HelpConfiguration = {
  showGlobalOptions: true,
  displayWidth,
  styleTitle: (title) => HELP_TITLES[title] ?? title,
  subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trimEnd(),
  commandUsage: (command) =>
    command.parent === null
      ? `${command.name()} <命令> [选项]`
      : `${command.parent.name()} ${command.name()} ${argumentsOf(command)} [选项]`.replace(/ {2,}/g, ' '),
}

/** Errors are thrown for {@link runCli} to word; help goes to the streams at hand. */
const quiet = (program: Command, { streams }: Services): Command => {
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => void streams.output.write(text),
      writeErr: (text) => void streams.errors.write(text),
      outputError: () => {},
    })
  return program
}

/**
 * Runs one command line.
 * @param args what stands behind the program's name.
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage; a failure has then been told in one line on standard error.
 */
export const runCli = async (args: readonly string[], services: Services): Promise<number> => {
  let status = EXIT_DONE
  const program = createProgram(services, (result) => {
    status = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    const { status: failed, line } = describeUsage(error, services.config.command) ?? describeFailure(error)
    services.log.debug('command failed', { error })
    if (line !== null) services.streams.errors.write(`${line}\n`)
    return failed
  }
}
