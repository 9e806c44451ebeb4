// Captured shapes of what sources answer, and how an operator would configure them.

import { readFileSync } from 'node:fs'
import type { SourceConfig } from '../../adapters/sources/source-config.ts'

/** A file of test/fixtures/maintenance. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/maintenance/${name}`, import.meta.url), 'utf8')
}

export function config(given: Partial<SourceConfig> = {}): SourceConfig {
  return {
    name: 'web-cloud',
    type: 'statuspage',
    url: 'https://status.example.com',
    products: { 'Email Pro': ['Email Pro'], Exchange: ['Trusted Exchange'], 'Trusted Exchange': ['Trusted Exchange'] },
    allowPrivateRedirects: false,
    ...given,
  }
}
