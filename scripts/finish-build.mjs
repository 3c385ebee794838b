// The last step of the build: the program can be run as a command.
import { chmodSync, readFileSync } from 'node:fs'

const { bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
chmodSync(new URL(`../${bin.duban}`, import.meta.url), 0o755)
