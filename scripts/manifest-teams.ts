// `npm run manifest:teams`: writes the app package for Teams' administrators, with the ids of the environment.
// `--icons` draws the icons anew first.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { AppError } from '../src/errors.ts'
import { ICONS } from './teams/icons.ts'
import { packageApp } from './teams/package-app.ts'

try {
  if (process.argv.includes('--icons')) drawIcons()
  else writePackage()
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.forPerson : String(error)}\n`)
  process.exitCode = 1
}

function drawIcons(): void {
  for (const [name, draw] of Object.entries(ICONS)) {
    writeFileSync(new URL(`../manifest/teams/${name}`, import.meta.url), draw())
  }
}

function writePackage(): void {
  const { teams, publicUrl, dataDir } = readConfig()
  if (!teams || teams === 'development') {
    const text =
      'The package holds the bot’s id: set TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_PASSWORD (see .env.example).'
    throw new AppError('manifest: no registration', text)
  }
  if (!publicUrl?.startsWith('https://')) {
    throw new AppError(
      'manifest: no address',
      'Teams shows people the console’s address: set PUBLIC_URL to an https one.',
    )
  }
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'raci-teams.zip')
  writeFileSync(path, packageApp({ appId: teams.appId, publicUrl }))
  process.stdout.write(
    `${path}\nUpload it at https://admin.teams.microsoft.com > Teams apps > Manage apps > Upload new app.\n`,
  )
}
