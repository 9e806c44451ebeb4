// What an administrator uploads: the manifest with this installation's ids and addresses, and the icons, in a zip.

import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' }

export interface AppIdentity {
  readonly appId: string
  /** Where people find the console, its privacy and its terms. */
  readonly publicUrl: string
}

/** The manifest of this installation; the app and its bot have one id. */
export function manifestFor({ appId, publicUrl }: AppIdentity) {
  const { developer, bots, composeExtensions } = manifest
  const pages = { websiteUrl: publicUrl, privacyUrl: publicUrl, termsOfUseUrl: publicUrl }
  return {
    ...manifest,
    id: appId,
    developer: { ...developer, ...pages },
    bots: bots.map((bot) => ({ ...bot, botId: appId })),
    composeExtensions: composeExtensions.map((extension) => ({ ...extension, botId: appId })),
  }
}

/** The zip; the same bytes for the same identity. */
export function packageApp(identity: AppIdentity): Uint8Array {
  const text = `${JSON.stringify(manifestFor(identity), undefined, 2)}\n`
  const icon = (name: string) => new Uint8Array(readFileSync(new URL(`../../manifest/teams/${name}`, import.meta.url)))
  const files = {
    'manifest.json': new TextEncoder().encode(text),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  }
  // Zip has no dates before 1980; a fixed one makes the same upload of the same files.
  return zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00') })
}
