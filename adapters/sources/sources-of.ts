// The sources of a maintenance folder: its own windows, and every address that it names.

import type { MaintenanceSource } from '../../src/ports/maintenance-source.ts'
import { icalendarSource } from './icalendar-source.ts'
import { folderSource } from './maintenance-folder.ts'
import type { SourceConfig } from './source-config.ts'
import { statuspageSource } from './statuspage-source.ts'

/** Sources by their configuration, the folder itself first. */
export function sourcesOf(folder: string, configs: readonly SourceConfig[]): readonly MaintenanceSource[] {
  return [
    folderSource(folder),
    ...configs.map((config) => (config.type === 'statuspage' ? statuspageSource(config) : icalendarSource(config))),
  ]
}
